package io.pacelight.roster.adapter.in.zip;

import io.pacelight.roster.Packages;
import io.pacelight.roster.application.CheckPackage;
import io.pacelight.roster.application.CheckedPackage;
import io.pacelight.roster.application.StoredIds;
import io.pacelight.roster.domain.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks bytes as if they had been uploaded. */
final class Checking {
    private Checking() {}

    static CheckedPackage check(byte[] upload, ZipLimits limits, StoredIds stored) {
        try {
            Path file = Files.createTempFile("package", ".zip");
            try {
                Files.write(file, upload);
                try (ZipPackage files = ZipPackage.open(file, limits)) {
                    return new CheckPackage(stored, 1_000).check(files);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CheckedPackage check(Packages files) {
        return check(files.zip(), ZipLimits.DEFAULT, StoredIds.NONE);
    }

    static List<String> errors(Packages files) {
        return errors(files.zip());
    }

    static List<String> errors(byte[] upload) {
        return check(upload, ZipLimits.DEFAULT, StoredIds.NONE).problems().kept().stream()
                .filter(Problem::isError)
                .map(Problem::message)
                .toList();
    }

    static List<String> warnings(Packages files) {
        CheckedPackage checked = check(files);
        if (!checked.isValid()) {
            throw new AssertionError(checked.problems().kept().toString());
        }
        return checked.problems().kept().stream().map(Problem::message).toList();
    }
}
