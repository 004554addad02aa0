package io.pacelight.roster.application.rowwise;

import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.CsvVisitor;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Header;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.RowRules;
import io.pacelight.roster.domain.report.Problem;
import io.pacelight.roster.domain.report.Problems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a file whose rows stand alone, and counts which of them are good. */
final class Rows {
    private static final int KEPT = 1_000;
    private static final int LONGEST = 4_000;

    private final CsvText text;
    private final List<String> columns;
    private final List<String> required;
    private final Map<String, String> aliases;
    private final Problems problems = new Problems(KEPT);
    private int received;
    private int refused;
    private int leftAside;
    private int changed;
    private boolean complete;
    private boolean rowIsBad;

    /** @param aliases other names of columns, in lower case, to the names used here */
    Rows(CsvText text, List<String> columns, List<String> required, Map<String, String> aliases) {
        this.text = text;
        this.columns = columns;
        this.required = required;
        this.aliases = new HashMap<>(aliases);
    }

    String file() {
        return text.name();
    }

    Problems problems() {
        return problems;
    }

    /** Hands on each row that has the right shape; the taker tells what is wrong with its cells. */
    void read(Consumer<Row> taker) {
        complete = text.read(
                new CsvVisitor() {
                    private @Nullable Header header;
                    private boolean usable;

                    @Override
                    public void header(List<String> names) {
                        List<String> plain = names.stream()
                                .map(name -> aliases.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name.strip()))
                                .toList();
                        Header read = Header.lenient(text.name(), plain, columns, required);
                        read.problems().forEach(problems::add);
                        usable = read.problems().stream().noneMatch(Problem::isError);
                        header = read;
                    }

                    @Override
                    public void row(int number, List<String> fields) {
                        received++;
                        if (header == null || !usable) {
                            refused++;
                            return;
                        }
                        rowIsBad = false;
                        Row row = new Row(header, number, fields);
                        if (isClean(row)) {
                            taker.accept(row);
                        }
                        refused += rowIsBad ? 1 : 0;
                    }

                    @Override
                    public void misshapen(int number, List<String> fields) {
                        received++;
                        refused++;
                    }
                },
                problems::add);
    }

    private boolean isClean(Row row) {
        for (int i = 0; i < row.fields().size(); i++) {
            String value = row.fields().get(i);
            String column = row.header().names().get(i);
            if (value.indexOf('\uFFFF') >= 0) {
                bad(row, column, "encoding", "'%s' is not valid UTF-8.".formatted(Cells.shown(value)));
            } else if (value.indexOf('\0') >= 0) {
                bad(row, column, "control-character", "%s holds a NUL character; take it out.".formatted(column));
            } else if (value.length() > LONGEST) {
                bad(row, column, "too-long", "%s holds %,d characters.".formatted(column, value.length()));
            }
        }
        return !rowIsBad;
    }

    /** The current row is left out, for this reason. */
    void bad(Row row, String column, String code, String rest) {
        rowIsBad = true;
        tell(row, column, code, rest);
    }

    private void tell(Row row, String column, String code, String rest) {
        problems.add(Problem.ofCell(
                text.name(),
                row.number(),
                column,
                code,
                "%s data row %d: %s".formatted(text.name(), row.number(), rest)));
    }

    void note(Row row, String column, String code, String rest) {
        problems.add(Problem.ofCell(
                        text.name(),
                        row.number(),
                        column,
                        code,
                        "%s data row %d: %s".formatted(text.name(), row.number(), rest))
                .asWarning());
    }

    boolean rowIsGood() {
        return !rowIsBad;
    }

    /** A row that was handed on as good turned out not to be. */
    void refuseLater(Row row, String column, String code, String rest) {
        refused++;
        tell(row, column, code, rest);
    }

    void refuseAll() {
        refused = received;
        leftAside = 0;
    }

    /** The current row was not asked for. */
    void leaveAside() {
        leftAside++;
    }

    void changed(int more) {
        changed += more;
    }

    /** A value that must be there and can be part of an id. */
    Optional<String> id(Row row, String column) {
        String value = row.get(column).strip();
        if (value.isEmpty()) {
            bad(row, column, "empty", "%s is empty, but every row needs it.".formatted(column));
            return Optional.empty();
        }
        String wrong = RowRules.wrongInId(value);
        if (!wrong.isEmpty()) {
            bad(row, column, "id", "%s '%s' %s".formatted(column, Cells.shown(value), wrong));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    Optional<LocalDate> date(Row row, String column) {
        String value = row.get(column).strip();
        Optional<LocalDate> date = Cells.date(value);
        if (date.isEmpty()) {
            String what = value.isEmpty()
                    ? "%s is empty; write it like 2026-08-24.".formatted(column)
                    : "%s '%s' %s".formatted(column, Cells.shown(value), Cells.whyNoDate(value));
            bad(row, column, "date", what);
        }
        return date;
    }

    RowReport report() {
        return new RowReport(
                text.name(),
                received,
                received - refused - leftAside,
                refused,
                leftAside,
                changed,
                complete,
                problems.errorCount(),
                problems.warningCount(),
                problems.kept());
    }
}
