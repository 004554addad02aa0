package io.pacelight.roster.domain.oneroster;

import io.pacelight.roster.domain.report.Problem;
import io.pacelight.roster.domain.report.Problems;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds the rows of one table against the standard and against the rest of the package. */
public final class RowRules {
    private static final int LONGEST_CELL = 4_000;
    private static final int LONGEST_ID = 255;
    private static final Pattern USER_IDS = Pattern.compile("\\{[^{}:]+:[^{}]+}(\\s*,\\s*\\{[^{}:]+:[^{}]+})*");
    private static final Set<String> GRADES = Set.of(
            "IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13",
            "PS", "UG", "Other");

    /** A reference to something that the package does not bring: it has to be in the store. */
    public record Pending(Table target, String id, Problem otherwise) {}

    private final Table table;
    private final PackageIndex index;
    private final Problems problems;
    private final Consumer<Pending> pending;
    private final Version version;
    private final Mode mode;
    private final RowReport report;
    private final CrossChecks crossChecks;

    /** @param pending takes references that only the store can answer */
    public RowRules(Table table, PackageIndex index, Problems problems, Consumer<Pending> pending) {
        this.table = table;
        this.index = index;
        this.problems = problems;
        this.pending = pending;
        this.version = index.manifest().version();
        this.mode = index.manifest().mode(table);
        this.report = new RowReport(table, problems);
        this.crossChecks = new CrossChecks(table, index, report);
    }

    public void check(Row row) {
        boolean deleted = PackageIndex.isDeleted(row);
        for (Column column : table.columns(version)) {
            if (row.header().has(column.name())) {
                check(row, column, deleted);
            }
        }
        if (deleted) {
            checkDeleted(row);
        } else {
            crossChecks.check(row);
        }
    }

    private void check(Row row, Column column, boolean deleted) {
        String value = row.get(column.name());
        if (value.isEmpty()) {
            if (column.required() && (!deleted || column.kind() == Column.Kind.ID)) {
                cell(row, column.name(), "empty", "%s is empty, but every row needs it.".formatted(column.name()));
            }
            deltaNeeds(row, column);
            return;
        }
        if (!plainText(row, column.name(), value)) {
            return;
        }
        switch (column.kind()) {
            case ID -> id(row, column.name(), value);
            case TEXT -> {
                if (column.required() && value.isBlank()) {
                    cell(row, column.name(), "empty", "%s holds only spaces.".formatted(column.name()));
                }
            }
            case SECRET ->
                warn(
                        row,
                        column.name(),
                        "secret",
                        "%s is filled; Pacelight never takes passwords. Leave it empty in the export."
                                .formatted(column.name()));
            case STATUS -> word(row, column.name(), value, Vocabulary.STATUS);
            case MODIFIED -> {
                if (Cells.instant(value).isEmpty()) {
                    cell(
                            row,
                            column.name(),
                            "date-time",
                            "%s '%s' is not a date and time such as 2022-01-10T06:00:00.000Z."
                                    .formatted(column.name(), Cells.shown(value)));
                }
            }
            case WORD -> {
                if (column.vocabulary() != null && !deleted) {
                    word(row, column.name(), value, column.vocabulary());
                }
            }
            case FLAG -> flag(row, column.name(), value);
            case DATE -> {
                if (!deleted && Cells.date(value).isEmpty()) {
                    cell(
                            row,
                            column.name(),
                            "date",
                            "%s '%s' %s".formatted(column.name(), Cells.shown(value), Cells.whyNoDate(value)));
                }
            }
            case YEAR -> year(row, column.name(), value);
            case GRADES -> grades(row, column.name());
            case USER_IDS -> {
                if (!USER_IDS.matcher(value).matches()) {
                    warn(
                            row,
                            column.name(),
                            "user-ids",
                            "%s '%s' is not of the form {type:id},{type:id} and is left aside."
                                    .formatted(column.name(), Cells.shown(value)));
                }
            }
            case REFERENCE -> {
                if (!deleted) {
                    reference(row, column.name(), value, column.target());
                }
            }
            case REFERENCES -> {
                if (!deleted) {
                    row.list(column.name()).forEach(part -> reference(row, column.name(), part, column.target()));
                }
            }
            case OPTIONAL_FILE_REFERENCE -> {
                // user profiles are not taken over, so the reference leads nowhere here
            }
        }
    }

    private void deltaNeeds(Row row, Column column) {
        if (mode == Mode.DELTA && (column.kind() == Column.Kind.STATUS || column.kind() == Column.Kind.MODIFIED)) {
            String what = column.kind() == Column.Kind.STATUS ? "active or tobedeleted" : "when the row changed last";
            cell(
                    row,
                    column.name(),
                    "delta-" + column.name(),
                    "%s is empty; in a delta file every row says %s.".formatted(column.name(), what));
        }
    }

    private boolean plainText(Row row, String column, String value) {
        if (value.length() > LONGEST_CELL) {
            cell(
                    row,
                    column,
                    "too-long",
                    "%s holds %,d characters, over the limit of %,d.".formatted(column, value.length(), LONGEST_CELL));
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                String name = c == 0 ? "a NUL character" : "the control character 0x%02X".formatted((int) c);
                cell(
                        row,
                        column,
                        "control-character",
                        "%s '%s' holds %s; take it out.".formatted(column, Cells.shown(value), name));
                return false;
            }
        }
        return true;
    }

    private void id(Row row, String column, String value) {
        String wrong = wrongInId(value);
        if (!wrong.isEmpty()) {
            cell(row, column, "sourced-id", "%s '%s' %s".formatted(column, Cells.shown(value), wrong));
        } else if (table == Table.DEMOGRAPHICS && !PackageIndex.isDeleted(row)) {
            reference(row, column, value, Table.USERS);
        }
    }

    /** What keeps a value from being an id, or an empty string. */
    public static String wrongInId(String value) {
        if (!value.equals(value.strip())) {
            return "has spaces around it; take them out.";
        }
        if (value.length() > LONGEST_ID) {
            return "is longer than %d characters.".formatted(LONGEST_ID);
        }
        if (value.indexOf('|') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0
                || value.indexOf('\t') >= 0) {
            return "holds a '|', a tab or a line break, which an id cannot have.";
        }
        return "";
    }

    private void word(Row row, String column, String value, Vocabulary vocabulary) {
        if (vocabulary.has(value, version)) {
            return;
        }
        if (vocabulary.isExtension(value, version)) {
            warn(
                    row,
                    column,
                    "extension",
                    "%s '%s' is a local extension; it is kept but means nothing to Pacelight."
                            .formatted(column, Cells.shown(value)));
            return;
        }
        String mend = vocabulary
                .meant(value, version)
                .map(meant -> " Write '%s' exactly.".formatted(meant))
                .orElse(" Use one of: %s.".formatted(String.join(", ", vocabulary.words(version))));
        cell(
                row,
                column,
                "unknown-" + column,
                "%s '%s' is not a OneRoster %s %s.%s"
                        .formatted(column, Cells.shown(value), version.label(), vocabulary.title(), mend));
    }

    private void flag(Row row, String column, String value) {
        if (Cells.flag(value).isEmpty()) {
            cell(
                    row,
                    column,
                    "true-false",
                    "%s '%s' is neither true nor false (in lower case).".formatted(column, Cells.shown(value)));
        }
    }

    private void year(Row row, String column, String value) {
        if (!value.matches("(19|20|21)\\d\\d")) {
            cell(
                    row,
                    column,
                    "year",
                    "%s '%s' is not a year of four digits (the one in which the school year ends)."
                            .formatted(column, Cells.shown(value)));
        }
    }

    private void grades(Row row, String column) {
        for (String grade : row.list(column)) {
            if (!GRADES.contains(grade)) {
                warn(
                        row,
                        column,
                        "grade",
                        "%s '%s' is not one of the standard's grades (KG, 01 to 13, …); it is kept as it is."
                                .formatted(column, Cells.shown(grade)));
            }
        }
    }

    private void reference(Row row, String column, String value, @Nullable Table target) {
        if (target == null || !index.isReadable(target)) {
            return;
        }
        String wrong = wrongInId(value);
        if (!wrong.isEmpty()) {
            cell(row, column, "sourced-id", "%s '%s' %s".formatted(column, Cells.shown(value), wrong));
            return;
        }
        if (index.holds(target, value)) {
            return;
        }
        if (index.deleted(target).contains(value)) {
            problems.add(dangling(row, column, value, "is marked tobedeleted in %s".formatted(target.file())));
            return;
        }
        switch (index.manifest().mode(target)) {
            case BULK -> problems.add(dangling(row, column, value, "is not in %s".formatted(target.file())));
            case DELTA ->
                pending.accept(new Pending(
                        target,
                        value,
                        dangling(
                                row,
                                column,
                                value,
                                "is not in %s, nor among what is already stored".formatted(target.file()))));
            case ABSENT ->
                pending.accept(new Pending(
                        target,
                        value,
                        dangling(
                                row,
                                column,
                                value,
                                "is not among what is already stored, and there is no %s".formatted(target.file()))));
        }
    }

    private Problem dangling(Row row, String column, String value, String where) {
        return Problem.ofCell(
                table.file(),
                row.number(),
                column,
                "dangling-reference",
                "%s data row %d: %s '%s' %s. Add that row, or correct the reference."
                        .formatted(table.file(), row.number(), column, Cells.shown(value), where));
    }

    private void checkDeleted(Row row) {
        if (mode == Mode.BULK) {
            warn(
                    row,
                    "status",
                    "deleted-in-bulk",
                    "status is tobedeleted in a bulk file; the row is taken as if it were not there.");
        }
        if ((table == Table.ROLES || table == Table.ENROLLMENTS)
                && row.get("userSourcedId").isEmpty()) {
            cell(row, "userSourcedId", "empty", "userSourcedId is empty; it is needed to find what is to be deleted.");
        }
    }

    private void cell(Row row, String column, String code, String rest) {
        report.error(row, column, code, rest);
    }

    private void warn(Row row, String column, String code, String rest) {
        report.warning(row, column, code, rest);
    }
}
