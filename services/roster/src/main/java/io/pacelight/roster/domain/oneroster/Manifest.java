package io.pacelight.roster.domain.oneroster;

import io.pacelight.roster.domain.report.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What manifest.csv says about the package.
 *
 * @param modes what each table that is taken over comes as; a table not named is absent
 */
public record Manifest(Version version, Map<Table, Mode> modes) {
    public static final String FILE = "manifest.csv";

    public Manifest {
        modes = Map.copyOf(modes);
    }

    public Mode mode(Table table) {
        return modes.getOrDefault(table, Mode.ABSENT);
    }

    /** The manifest as far as it could be read, and what is wrong with it. */
    public record Reading(Optional<Manifest> manifest, List<Problem> problems) {}

    /**
     * Reads the manifest and holds it against the files that are there.
     *
     * @param rows the rows below the header
     * @param present names of the csv files at the root of the package
     */
    public static Reading read(List<Row> rows, Set<String> present) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Row row : rows) {
            String name = row.get("propertyName").strip();
            String before = values.putIfAbsent(name, row.get("value").strip());
            if (before != null && !before.equals(row.get("value").strip())) {
                problems.add(Problem.ofCell(
                        FILE,
                        row.number(),
                        "propertyName",
                        "duplicate-property",
                        "manifest.csv data row %d: '%s' is given twice with different values; keep one."
                                .formatted(row.number(), Cells.shown(name))));
            }
        }
        Optional<Version> version = version(values, problems);
        Map<Table, Mode> modes = new EnumMap<>(Table.class);
        for (Row row : rows) {
            String name = row.get("propertyName").strip();
            if (name.startsWith("file.")) {
                mode(row, name.substring("file.".length()), present, problems).ifPresent(m -> {
                    Optional<Table> table = Table.titled(name.substring("file.".length()));
                    if (table.isPresent() && version.map(table.get()::isIn).orElse(true)) {
                        modes.put(table.get(), m);
                    } else if (table.isPresent() && m != Mode.ABSENT) {
                        problems.add(Problem.ofCell(
                                        FILE,
                                        row.number(),
                                        "propertyName",
                                        "not-in-version",
                                        "manifest.csv data row %d: OneRoster 1.1 has no roles.csv; roles are read from users.csv."
                                                .formatted(row.number()))
                                .asWarning());
                    }
                });
            } else if (!isKnownProperty(name)) {
                problems.add(Problem.ofCell(
                                FILE,
                                row.number(),
                                "propertyName",
                                "unknown-property",
                                "manifest.csv data row %d: property '%s' is not known and is left aside."
                                        .formatted(row.number(), Cells.shown(name)))
                        .asWarning());
            }
        }
        for (Table table : Table.values()) {
            if (!values.containsKey("file." + table.title())
                    && present.contains(table.file())
                    && version.map(table::isIn).orElse(true)) {
                problems.add(Problem.ofFile(
                        FILE,
                        "file-not-declared",
                        "manifest.csv says nothing about %s, which is in the package. Add the line file.%s,bulk or file.%s,delta."
                                .formatted(table.file(), table.title(), table.title())));
            }
        }
        if (version.isPresent() && !modes.isEmpty() && modes.values().stream().allMatch(m -> m == Mode.ABSENT)) {
            problems.add(
                    Problem.ofFile(
                            FILE,
                            "nothing-to-import",
                            "manifest.csv marks every rostering file as absent, so there is nothing to import. Write bulk or delta for those that are there."));
        }
        return new Reading(version.map(v -> new Manifest(v, modes)), problems);
    }

    private static Optional<Version> version(Map<String, String> values, List<Problem> problems) {
        String format = values.get("manifest.version");
        if (format != null && !format.equals("1.0")) {
            problems.add(Problem.ofFile(
                            FILE,
                            "manifest-version",
                            "manifest.csv: manifest.version '%s' is not 1.0; read as if it were."
                                    .formatted(Cells.shown(format)))
                    .asWarning());
        }
        String value = values.get("oneroster.version");
        if (value == null || value.isEmpty()) {
            problems.add(Problem.ofFile(
                    FILE,
                    "missing-version",
                    "manifest.csv: oneroster.version is missing. Add the line oneroster.version,1.2 (or 1.1)."));
            return Optional.empty();
        }
        Optional<Version> version = Version.of(value);
        if (version.isEmpty()) {
            problems.add(Problem.ofFile(
                    FILE,
                    "unknown-version",
                    "manifest.csv: oneroster.version '%s' is not read; export the package as OneRoster 1.1 or 1.2."
                            .formatted(Cells.shown(value))));
        }
        return version;
    }

    private static Optional<Mode> mode(Row row, String title, Set<String> present, List<Problem> problems) {
        boolean taken = Table.titled(title).isPresent();
        if (!taken && !Table.LEFT_ALONE.contains(title)) {
            problems.add(Problem.ofCell(
                            FILE,
                            row.number(),
                            "propertyName",
                            "unknown-property",
                            "manifest.csv data row %d: '%s.csv' is not a OneRoster file and is left aside."
                                    .formatted(row.number(), Cells.shown(title)))
                    .asWarning());
            return Optional.empty();
        }
        String value = row.get("value").strip();
        Optional<Mode> mode = Mode.of(value);
        if (mode.isEmpty()) {
            problems.add(Problem.ofCell(
                    FILE,
                    row.number(),
                    "value",
                    "unknown-mode",
                    "manifest.csv data row %d: file.%s is '%s'; write bulk, delta or absent (in lower case)."
                            .formatted(row.number(), title, Cells.shown(value))));
            return Optional.empty();
        }
        boolean there = present.contains(title + ".csv");
        if (mode.get() != Mode.ABSENT && !there) {
            Problem missing = Problem.ofFile(
                    title + ".csv",
                    "missing-file",
                    "%s.csv is not in the package, but manifest.csv data row %d says it comes as %s. Add the file, or write absent."
                            .formatted(title, row.number(), value));
            problems.add(taken ? missing : missing.asWarning());
        }
        if (mode.get() == Mode.ABSENT && there) {
            problems.add(Problem.ofFile(
                            title + ".csv",
                            "declared-absent",
                            "%s.csv is in the package, but manifest.csv data row %d says absent: it is left aside. Write bulk or delta if it should be read."
                                    .formatted(title, row.number()))
                    .asWarning());
        }
        if (mode.get() != Mode.ABSENT && there && !taken) {
            problems.add(Problem.ofFile(
                            title + ".csv",
                            "not-taken",
                            "%s.csv is not taken over: Pacelight keeps no gradebook, resources or profiles."
                                    .formatted(title))
                    .asWarning());
        }
        return mode;
    }

    private static boolean isKnownProperty(String name) {
        return Set.of("manifest.version", "oneroster.version", "source.systemName", "source.systemCode")
                .contains(name);
    }
}
