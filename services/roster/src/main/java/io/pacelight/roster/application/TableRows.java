package io.pacelight.roster.application;

import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.oneroster.Version;
import java.util.function.Consumer;

/** Reads the rows of a table of a package that was checked before. */
public final class TableRows {
    private TableRows() {}

    /** @throws IllegalStateException if the file can't be read to its end any more */
    public static void read(RosterPackage files, Table table, Version version, Consumer<Row> rows) {
        boolean complete = files.file(table.file()).read(new TableVisitor(table, version, rows), problem -> {
            throw new IllegalStateException("a checked package went bad: " + problem.code());
        });
        if (!complete) {
            throw new IllegalStateException("a checked package could not be read to its end");
        }
    }
}
