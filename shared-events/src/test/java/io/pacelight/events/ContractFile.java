package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the repository that follows from the records. With {@code -Dpacelight.contract.write=true} it is written
 * instead of compared, so that an intended change is one run and a difference to review.
 */
final class ContractFile {
    static final String WRITE = "pacelight.contract.write";

    private ContractFile() {}

    static boolean isWriting() {
        return Boolean.getBoolean(WRITE);
    }

    /** Fails unless the file says {@code expected}; {@code path} counts from the repository's root. */
    static void check(String path, String expected) {
        Path file = repository().resolve(path);
        try {
            if (isWriting()) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, expected);
            }
            String remedy = path + " must follow from the records; if their change is meant, run with -D" + WRITE
                    + "=true and commit it";
            assertThat(file).as(remedy).exists();
            assertThat(Files.readString(file)).as(remedy).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The folder that holds {@code shared-events}, whether a test runs from there or from the module. */
    static Path repository() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isRegularFile(at.resolve("shared-events").resolve("pom.xml"))) return at;
        throw new IllegalStateException("no folder above the working directory holds shared-events");
    }
}
