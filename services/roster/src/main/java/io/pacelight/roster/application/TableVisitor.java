package io.pacelight.roster.application;

import io.pacelight.roster.domain.oneroster.Header;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.oneroster.Version;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the well-shaped rows of one OneRoster table on. */
final class TableVisitor implements CsvVisitor {
    private final Table table;
    private final Version version;
    private final Consumer<Row> rows;
    private @Nullable Header header;

    TableVisitor(Table table, Version version, Consumer<Row> rows) {
        this.table = table;
        this.version = version;
        this.rows = rows;
    }

    @Override
    public void header(List<String> names) {
        header = new Header(table.file(), names, table.columns(version));
    }

    @Override
    public void row(int number, List<String> fields) {
        if (header != null) {
            rows.accept(new Row(header, number, fields));
        }
    }
}
