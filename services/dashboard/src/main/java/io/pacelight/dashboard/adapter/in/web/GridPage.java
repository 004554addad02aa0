package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.ClassGrid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The class grid as it is printed. */
public record GridPage(
        String classId,
        String title,
        String eyebrow,
        String order,
        List<UnitHead> units,
        List<Column> columns,
        List<Line> lines,
        ClassGrid.Summary summary,
        Instant asOf,
        ZoneId zone) {

    /** A unit over its columns. */
    public record UnitHead(@Nullable String label, int span) {}

    /** One competency. */
    public record Column(
            String code, String name, String full, boolean firstOfUnit, boolean planHere, boolean sorted) {}

    /** One student; actual and expected are places on a bar 104 wide. */
    public record Line(
            String id,
            String name,
            String href,
            String lamp,
            String standing,
            double actual,
            double expected,
            String bulletWords,
            List<Box> cells) {}

    /** One cell. */
    public record Box(String id, String css, String href, String label, boolean firstOfUnit) {}
}
