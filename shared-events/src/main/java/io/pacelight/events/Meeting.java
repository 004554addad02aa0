package io.pacelight.events;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A weekly or cycle-day meeting: {@code days} holds {@code MO}…{@code SU} or cycle-day names. */
public record Meeting(
        List<String> days,
        LocalTime start,
        LocalTime end,
        @Nullable String term,
        @Nullable String period,
        @Nullable String bell) {
    public Meeting {
        days = List.copyOf(days);
    }
}
