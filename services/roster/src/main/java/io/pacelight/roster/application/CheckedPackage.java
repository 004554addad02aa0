package io.pacelight.roster.application;

import io.pacelight.roster.domain.oneroster.PackageIndex;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.report.Problems;
import java.util.Map;
import java.util.Optional;

/**
 * What checking a package found.
 *
 * @param index what the package holds; empty when it could not even be opened
 * @param rows data rows by table, of the tables that are taken over
 */
public record CheckedPackage(Optional<PackageIndex> index, Map<Table, Integer> rows, Problems problems) {
    public CheckedPackage {
        rows = Map.copyOf(rows);
    }

    /** Whether the package may be applied: it has an index and no error. */
    public boolean isValid() {
        return index.isPresent() && !problems.hasErrors();
    }
}
