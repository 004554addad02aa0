package io.pacelight.roster.adapter.in.zip;

import io.pacelight.roster.adapter.in.csv.StrictCsv;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.RosterPackage;
import io.pacelight.roster.domain.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A OneRoster package in a zip file, which nothing is ever unpacked from to disk. */
public final class ZipPackage implements RosterPackage {
    private final @Nullable ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;
    private final List<Problem> problems;
    private final ZipLimits limits;

    private ZipPackage(
            @Nullable ZipFile zip, Map<String, ZipArchiveEntry> entries, List<Problem> problems, ZipLimits limits) {
        this.zip = zip;
        this.entries = entries;
        this.problems = List.copyOf(problems);
        this.limits = limits;
    }

    /** Opens the file; what keeps it from being read is among {@link #problems()}, never thrown. */
    public static ZipPackage open(Path path, ZipLimits limits) {
        try {
            Problem wrongKind = FileKind.whyNoZip(path);
            if (wrongKind != null) {
                return refused(wrongKind, limits);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        try {
            ZipFile zip = ZipFile.builder()
                    .setPath(path)
                    .setCharset(StandardCharsets.UTF_8)
                    .get();
            EntryRules rules = new EntryRules(limits);
            Collections.list(zip.getEntries()).forEach(entry -> rules.check(entry, zip.canReadEntryData(entry)));
            rules.finish(Files.size(path));
            return new ZipPackage(zip, rules.csvFiles(), rules.problems(), limits);
        } catch (IOException | IllegalArgumentException damaged) {
            return refused(
                    Problem.ofUpload(
                            "damaged-zip",
                            "The zip file is damaged or was cut short: its table of contents cannot be read. Export and upload it again."),
                    limits);
        }
    }

    private static ZipPackage refused(Problem problem, ZipLimits limits) {
        return new ZipPackage(null, Map.of(), List.of(problem), limits);
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Set<String> files() {
        return entries.keySet();
    }

    @Override
    public CsvText file(String name) {
        ZipArchiveEntry entry = entries.get(name);
        ZipFile open = zip;
        if (entry == null || open == null) {
            throw new IllegalArgumentException("no such file in the package: " + name);
        }
        return new StrictCsv(
                name,
                () -> new GuardedEntry(
                        open.getInputStream(entry),
                        entry.getCrc(),
                        entry.getSize(),
                        entry.getCompressedSize(),
                        limits));
    }

    @Override
    public void close() {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
