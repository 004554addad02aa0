package io.pacelight.roster.application;

import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Column;
import io.pacelight.roster.domain.oneroster.Header;
import io.pacelight.roster.domain.oneroster.Manifest;
import io.pacelight.roster.domain.oneroster.Mode;
import io.pacelight.roster.domain.oneroster.PackageIndex;
import io.pacelight.roster.domain.oneroster.Parents;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.RowRules;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.report.Problem;
import io.pacelight.roster.domain.report.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a whole package against the standard, against itself and against what is stored, and changes nothing.
 *
 * <p>Reads every file twice: once to know all ids, once to check all cells. Memory grows by some 25 bytes a row.
 */
public final class CheckPackage {
    private static final int LOOKUP = 2_000;

    private final StoredIds stored;
    private final int keptProblems;

    /** @param keptProblems how many problems are reported in full */
    public CheckPackage(StoredIds stored, int keptProblems) {
        this.stored = stored;
        this.keptProblems = keptProblems;
    }

    public CheckedPackage check(RosterPackage files) {
        Problems problems = new Problems(keptProblems);
        files.problems().forEach(problems::add);
        if (problems.hasErrors()) {
            return new CheckedPackage(Optional.empty(), Map.of(), problems);
        }
        Optional<Manifest> manifest = manifest(files, problems);
        if (manifest.isEmpty()) {
            return new CheckedPackage(Optional.empty(), Map.of(), problems);
        }
        PackageIndex index = new PackageIndex(manifest.get());
        List<Table> tables = tablesToRead(manifest.get(), files);
        Map<Table, Integer> rows = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            if (tables.contains(table)) {
                rows.put(table, index(table, index, files, problems));
            } else if (manifest.get().mode(table) != Mode.ABSENT) {
                index.markUnreadable(table);
            }
        }
        for (Table table : tables) {
            cells(table, index, files, problems);
        }
        return new CheckedPackage(Optional.of(index), rows, problems);
    }

    /** The tables of the package that are there and taken over, in order of dependence. */
    public static List<Table> tablesToRead(Manifest manifest, RosterPackage files) {
        List<Table> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            if (manifest.mode(table) != Mode.ABSENT && files.files().contains(table.file())) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static Optional<Manifest> manifest(RosterPackage files, Problems problems) {
        if (!files.files().contains(Manifest.FILE)) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        List<Column> columns = List.of(
                new Column("propertyName", Column.Kind.TEXT, true, null, null),
                new Column("value", Column.Kind.TEXT, true, null, null));
        boolean[] readable = {true};
        boolean complete = files.file(Manifest.FILE)
                .read(
                        new CsvVisitor() {
                            private @Nullable Header header;

                            @Override
                            public void header(List<String> names) {
                                Header read = new Header(Manifest.FILE, names, columns);
                                read.problems().forEach(problems::add);
                                readable[0] = read.has("propertyName") && read.has("value");
                                header = read;
                            }

                            @Override
                            public void row(int number, List<String> fields) {
                                if (header != null) {
                                    rows.add(new Row(header, number, fields));
                                }
                            }
                        },
                        problems::add);
        if (!complete || !readable[0]) {
            return Optional.empty();
        }
        Manifest.Reading reading = Manifest.read(rows, files.files());
        reading.problems().forEach(problems::add);
        return reading.manifest();
    }

    private static int index(Table table, PackageIndex index, RosterPackage files, Problems problems) {
        IndexingVisitor visitor = new IndexingVisitor(table, index, problems);
        if (!files.file(table.file()).read(visitor, problems::add) || !visitor.hasIds()) {
            index.markUnreadable(table);
        }
        visitor.parents.problems().forEach(problems::add);
        return visitor.count;
    }

    private void cells(Table table, PackageIndex index, RosterPackage files, Problems problems) {
        Lookups lookups = new Lookups(problems);
        RowRules rules = new RowRules(table, index, problems, lookups);
        files.file(table.file()).read(new TableVisitor(table, index.manifest().version(), rules::check), told -> {});
        lookups.flush();
    }

    /** Takes in the ids of one table, and tells what is wrong with its header and which ids stand twice. */
    private static final class IndexingVisitor implements CsvVisitor {
        private final Table table;
        private final PackageIndex index;
        private final Problems problems;
        private final Parents parents;
        private @Nullable Header header;
        private int count;

        private IndexingVisitor(Table table, PackageIndex index, Problems problems) {
            this.table = table;
            this.index = index;
            this.problems = problems;
            this.parents = new Parents(table);
        }

        private boolean hasIds() {
            return header != null && header.has("sourcedId");
        }

        @Override
        public void header(List<String> names) {
            Header read = new Header(
                    table.file(), names, table.columns(index.manifest().version()));
            read.problems().forEach(problems::add);
            header = read;
        }

        @Override
        public void row(int number, List<String> fields) {
            count++;
            add(number, fields);
        }

        @Override
        public void misshapen(int number, List<String> fields) {
            count++;
            add(number, fields);
        }

        private void add(int number, List<String> fields) {
            if (header == null) {
                return;
            }
            Row row = new Row(header, number, fields);
            int before = index.add(table, row);
            if (before != 0) {
                String id = Cells.shown(row.get("sourcedId"));
                problems.add(Problem.ofCell(
                        table.file(),
                        number,
                        "sourcedId",
                        "duplicate-id",
                        "%s: sourcedId '%s' on data rows %d and %d. Keep one of them."
                                .formatted(table.file(), id, before, number)));
            } else if (table == Table.ORGS || table == Table.ACADEMIC_SESSIONS) {
                parents.add(row);
            }
        }
    }

    /** Asks the store for what the package does not bring, many at a time. */
    private final class Lookups implements Consumer<RowRules.Pending> {
        private final Problems problems;
        private final List<RowRules.Pending> waiting = new ArrayList<>();

        private Lookups(Problems problems) {
            this.problems = problems;
        }

        @Override
        public void accept(RowRules.Pending pending) {
            waiting.add(pending);
            if (waiting.size() >= LOOKUP) {
                flush();
            }
        }

        private void flush() {
            Map<Table, Set<String>> asked = waiting.stream()
                    .collect(Collectors.groupingBy(
                            RowRules.Pending::target, Collectors.mapping(RowRules.Pending::id, Collectors.toSet())));
            Map<Table, Set<String>> known = new EnumMap<>(Table.class);
            asked.forEach((target, ids) -> known.put(target, stored.known(target, ids)));
            for (RowRules.Pending pending : waiting) {
                if (!known.getOrDefault(pending.target(), Set.of()).contains(pending.id())) {
                    problems.add(pending.otherwise());
                }
            }
            waiting.clear();
        }
    }
}
