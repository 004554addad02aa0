package io.pacelight.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An academic session; {@code end} is its last day, inclusive. */
public record TermChanged(
        String district,
        String term,
        String title,
        String termType,
        LocalDate start,
        LocalDate end,
        @Nullable String parent,
        @Nullable String schoolYear,
        boolean active)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.term-changed.v1";

    @Override
    public String key() {
        return Keys.of(district, "term", term);
    }
}
