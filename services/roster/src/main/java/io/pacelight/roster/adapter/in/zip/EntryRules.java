package io.pacelight.roster.adapter.in.zip;

import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Manifest;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Looks at each entry of a zip before anything is unpacked. */
final class EntryRules {
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(zip|gz|tgz|bz2|xz|7z|rar|tar|jar)");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

    private final ZipLimits limits;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, ZipArchiveEntry> csvFiles = new LinkedHashMap<>();
    private int entries;
    private long claimedBytes;
    private boolean isWorkbook;
    private boolean manifestElsewhere;

    EntryRules(ZipLimits limits) {
        this.limits = limits;
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, ZipArchiveEntry> csvFiles() {
        return Map.copyOf(csvFiles);
    }

    void check(ZipArchiveEntry entry, boolean readable) {
        entries++;
        String name = entry.getName();
        String shown = Cells.shown(name);
        if (entries > limits.entries()) {
            return;
        }
        if (name.equals("[Content_Types].xml")) {
            isWorkbook = true;
        }
        if (outside(name)) {
            refuse(
                    "path-outside",
                    "zip entry '%s' points outside the package: whole file refused, nothing written".formatted(shown));
        } else if (entry.isUnixSymlink()) {
            refuse("symlink", "zip entry '%s' is a link: whole file refused, nothing written".formatted(shown));
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            refuse(
                    "encrypted",
                    "zip entry '%s' is encrypted. Pack the files again without a password.".formatted(shown));
        } else if (entry.isDirectory() || isJunk(name)) {
            return;
        } else if (ARCHIVE.matcher(name).matches()) {
            refuse(
                    "nested-archive",
                    "zip entry '%s' is an archive itself; put its CSV files at the root of the zip.".formatted(shown));
        } else if (!readable) {
            refuse(
                    "zip-method",
                    "zip entry '%s' is packed in a way that is not read; use plain (deflate) compression."
                            .formatted(shown));
        } else {
            file(entry, name, shown);
        }
    }

    private void file(ZipArchiveEntry entry, String name, String shown) {
        claimedBytes += Math.max(0, entry.getSize());
        if (entry.getSize() > limits.bytes()) {
            refuse("zip-too-big", "zip entry '%s' unpacks to more than %,d bytes.".formatted(shown, limits.bytes()));
            return;
        }
        if (entry.getSize() > 1 << 20 && entry.getSize() / Math.max(1, entry.getCompressedSize()) > limits.ratio()) {
            refuse(
                    "zip-bomb",
                    "zip entry '%s' unpacks to more than %d times its packed size: whole file refused, nothing written"
                            .formatted(shown, limits.ratio()));
            return;
        }
        String path = name.replace('\\', '/');
        String base = path.substring(path.lastIndexOf('/') + 1);
        if (path.indexOf('/') >= 0) {
            inFolder(base, shown);
        } else if (!base.endsWith(".csv")) {
            unknownFile(base, shown);
        } else if (csvFiles.putIfAbsent(base, entry) != null) {
            refuse("duplicate-entry", "'%s' is in the zip twice; leave one of them out.".formatted(shown));
        } else if (!isKnown(base)) {
            csvFiles.remove(base);
            unknownFile(base, shown);
        }
    }

    private void inFolder(String base, String shown) {
        if (!isKnown(base)) {
            unknownFile(base, shown);
            return;
        }
        manifestElsewhere |= base.equals(Manifest.FILE);
        refuse(
                "in-folder",
                "'%s' is in a folder; all files must be at the root of the zip. Pack the files, not their folder."
                        .formatted(shown));
    }

    private void unknownFile(String base, String shown) {
        for (String known : knownFiles()) {
            if (known.equals(base.toLowerCase(Locale.ROOT).strip())
                    || known.toLowerCase(Locale.ROOT)
                            .equals(base.toLowerCase(Locale.ROOT).strip())) {
                problems.add(Problem.ofFile(
                        base,
                        "file-name",
                        "'%s' is not read: the standard's name is '%s', letter case included. Rename it."
                                .formatted(shown, known)));
                return;
            }
        }
        problems.add(
                Problem.ofFile(base, "unknown-file", "'%s' is not a OneRoster file and is left aside.".formatted(shown))
                        .asWarning());
    }

    /** To be called once, after the last entry. */
    void finish(long packedBytes) {
        if (isWorkbook) {
            problems.clear();
            csvFiles.clear();
            refuse(
                    "not-a-package",
                    "The uploaded file is an Office document, not a OneRoster package. Export CSV files and pack them into a zip.");
            return;
        }
        if (entries > limits.entries()) {
            refuse(
                    "zip-entries",
                    "The zip has %,d entries, over the limit of %,d. Pack only the OneRoster files."
                            .formatted(entries, limits.entries()));
        }
        if (claimedBytes > limits.bytes()) {
            refuse(
                    "zip-too-big",
                    "The zip unpacks to %,d bytes, over the limit of %,d.".formatted(claimedBytes, limits.bytes()));
        } else if (claimedBytes > 8 << 20 && claimedBytes / Math.max(1, packedBytes) > limits.ratio()) {
            refuse(
                    "zip-bomb",
                    "The zip unpacks to more than %d times its size: whole file refused, nothing written"
                            .formatted(limits.ratio()));
        }
        if (!csvFiles.containsKey(Manifest.FILE)) {
            refuse(
                    "missing-manifest",
                    "manifest.csv is missing at the root of the zip"
                            + (manifestElsewhere
                                    ? "; there is one in a folder. Pack the files, not their folder."
                                    : ". It says which files are there and whether they are bulk or delta."));
        }
    }

    private void refuse(String code, String message) {
        problems.add(Problem.ofUpload(code, message));
    }

    private static boolean outside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || path.indexOf('\0') >= 0
                || List.of(path.split("/", -1)).contains("..");
    }

    private static boolean isJunk(String name) {
        return name.startsWith("__MACOSX/")
                || name.endsWith(".DS_Store")
                || name.endsWith("Thumbs.db")
                || name.endsWith("desktop.ini");
    }

    private static boolean isKnown(String base) {
        return knownFiles().contains(base);
    }

    private static final Set<String> KNOWN = known();

    private static Set<String> knownFiles() {
        return KNOWN;
    }

    private static Set<String> known() {
        Set<String> names = new java.util.TreeSet<>();
        names.add(Manifest.FILE);
        for (Table table : Table.values()) {
            names.add(table.file());
        }
        Table.LEFT_ALONE.forEach(title -> names.add(title + ".csv"));
        return Set.copyOf(names);
    }
}
