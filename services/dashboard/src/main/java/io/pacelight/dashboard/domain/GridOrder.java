package io.pacelight.dashboard.domain;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of the grid are ordered: by need, by name, or by the level on one competency, weakest first. */
public record GridOrder(By by, @Nullable String code) {

    /** The three orders. */
    public enum By {
        NEED,
        NAME,
        COMPETENCY
    }

    private static final String PREFIX = "competency:";

    /** Reads the order as it stands in an address: need, name or competency:CODE; anything else is by need. */
    public static GridOrder parse(@Nullable String text) {
        if (text == null) {
            return new GridOrder(By.NEED, null);
        }
        if (text.equals("name")) {
            return new GridOrder(By.NAME, null);
        }
        if (text.startsWith(PREFIX) && text.length() > PREFIX.length()) {
            return new GridOrder(By.COMPETENCY, text.substring(PREFIX.length()));
        }
        return new GridOrder(By.NEED, null);
    }

    /** The same order as parse reads it. */
    public String text() {
        return switch (by) {
            case NEED -> "need";
            case NAME -> "name";
            case COMPETENCY -> PREFIX + code;
        };
    }

    public List<ClassGrid.Row> sort(List<ClassGrid.Row> rows) {
        Comparator<ClassGrid.Row> byName = Comparator.comparing(ClassGrid.Row::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(ClassGrid.Row::id);
        Comparator<ClassGrid.Row> byNeed =
                Comparator.comparingInt(ClassGrid.Row::needRank).thenComparing(byName);
        Comparator<ClassGrid.Row> order =
                switch (by) {
                    case NEED -> byNeed;
                    case NAME -> byName;
                    case COMPETENCY -> Comparator.comparingDouble(this::level).thenComparing(byNeed);
                };
        return rows.stream().sorted(order).toList();
    }

    @SuppressWarnings("EnumOrdinal") // states are declared in the order of their levels
    private double level(ClassGrid.Row row) {
        return code == null
                ? 0
                : row.cell(code)
                        .map(c -> c.level() == null ? c.state().ordinal() : c.level())
                        .orElse(0.0);
    }
}
