package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.GridOrder;
import io.pacelight.dashboard.domain.Pace;
import io.pacelight.dashboard.domain.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the class grid out of what reporting answered. */
@Component
class GridPages {

    private static final double BULLET = 104;

    private final Words words;

    GridPages(Words words) {
        this.words = words;
    }

    GridPage page(ClassGrid grid, GridOrder order) {
        String classId = grid.schoolClass().id();
        List<GridPage.Column> columns = columns(grid, order);
        List<GridPage.Line> lines = order.sort(grid.students()).stream()
                .map(row -> line(classId, row, columns))
                .toList();
        return new GridPage(
                classId,
                grid.schoolClass().title(),
                eyebrow(grid),
                order.text(),
                units(grid),
                columns,
                lines,
                grid.summary(),
                grid.asOf(),
                grid.zone());
    }

    private String eyebrow(ClassGrid grid) {
        ClassGrid.SchoolClass c = grid.schoolClass();
        List<String> parts = new ArrayList<>();
        if (c.school() != null) {
            parts.add(c.school().name());
        }
        if (c.period() != null) {
            parts.add(words.say("next.period", words.plain(c.period())));
        }
        parts.add(words.say("count.students", grid.summary().studentCount()));
        return String.join(" · ", parts);
    }

    private List<GridPage.UnitHead> units(ClassGrid grid) {
        List<GridPage.UnitHead> heads = new ArrayList<>();
        ClassGrid.Unit current = null;
        int span = 0;
        for (ClassGrid.Competency competency : grid.competencies()) {
            if (span > 0 && !Objects.equals(current, competency.unit())) {
                heads.add(new GridPage.UnitHead(label(current), span));
                span = 0;
            }
            current = competency.unit();
            span++;
        }
        if (span > 0) {
            heads.add(new GridPage.UnitHead(label(current), span));
        }
        return heads;
    }

    private @Nullable String label(ClassGrid.@Nullable Unit unit) {
        if (unit == null) {
            return null;
        }
        return unit.title() == null || unit.title().isBlank()
                ? words.say("unit.bare", unit.index())
                : words.say("unit.titled", unit.index(), unit.title());
    }

    private static List<GridPage.Column> columns(ClassGrid grid, GridOrder order) {
        List<GridPage.Column> columns = new ArrayList<>();
        ClassGrid.Unit before = null;
        for (ClassGrid.Competency c : grid.competencies()) {
            boolean first = columns.isEmpty() || !Objects.equals(before, c.unit());
            columns.add(new GridPage.Column(
                    c.code(),
                    c.name(),
                    c.iCan() == null ? c.name() : c.iCan(),
                    first,
                    c.planPosition(),
                    c.code().equals(order.code())));
            before = c.unit();
        }
        return columns;
    }

    private GridPage.Line line(String classId, ClassGrid.Row row, List<GridPage.Column> columns) {
        Map<String, ClassGrid.Cell> cells = new HashMap<>();
        row.cells().forEach(cell -> cells.put(cell.code(), cell));
        List<GridPage.Box> boxes = columns.stream()
                .map(column -> box(classId, row, column, cells.get(column.code())))
                .toList();
        return new GridPage.Line(
                row.id(),
                row.name(),
                Links.student(row.id()),
                lamp(row),
                standing(row),
                BULLET * Math.clamp(row.actual(), 0, 1),
                BULLET * Math.clamp(row.expected(), 0, 1),
                words.say("bullet.words", words.percent(row.actual()), words.percent(row.expected())),
                boxes);
    }

    private static String lamp(ClassGrid.Row row) {
        return switch (row.pace()) {
            case MISSED -> "missed";
            case WATCH -> "watch";
            case ON_PACE, NONE -> row.stalled() == null ? "none" : "watch";
        };
    }

    private String standing(ClassGrid.Row row) {
        String pace = words.pace(row.pace());
        return row.stalled() == null ? pace : pace + ", " + words.cause(row.stalled());
    }

    @SuppressWarnings("EnumOrdinal") // the style sheet counts the states
    private GridPage.Box box(String classId, ClassGrid.Row row, GridPage.Column column, ClassGrid.@Nullable Cell cell) {
        State state = cell == null ? State.NONE : cell.state();
        StringBuilder css = new StringBuilder("lv").append(state.ordinal());
        StringBuilder label = new StringBuilder(words.state(state));
        if (cell != null) {
            if (cell.progress() != null && !state.mastered()) {
                label.append(", ").append(cell.progress());
            }
            if (cell.next()) {
                css.append(" next");
                label.append(", ").append(words.say("cell.next"));
            }
            if (!state.mastered() && (cell.pace() == Pace.MISSED || cell.pace() == Pace.WATCH)) {
                css.append(' ').append(cell.pace() == Pace.MISSED ? "late" : "soon");
                label.append(", ").append(words.pace(cell.pace()));
            }
        }
        return new GridPage.Box(
                "c-" + row.id() + "-" + column.code(),
                css.toString(),
                Links.cell(classId, row.id(), column.code()),
                label.toString(),
                column.firstOfUnit());
    }
}
