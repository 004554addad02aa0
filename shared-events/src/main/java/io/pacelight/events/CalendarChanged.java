package io.pacelight.events;

import java.util.List;

/** The whole calendar of one school, by date; a date not listed is not instructional. */
public record CalendarChanged(String district, String school, List<SchoolDay> days) implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.calendar-changed.v1";

    public CalendarChanged {
        days = List.copyOf(days);
    }

    @Override
    public String key() {
        return Keys.of(district, "calendar", school);
    }
}
