package io.pacelight.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One date of a school calendar: {@code bell} names the bell variant, {@code cycleDay} the A/B day. */
public record SchoolDay(
        LocalDate date,
        boolean instructional,
        @Nullable String bell,
        @Nullable String cycleDay) {}
