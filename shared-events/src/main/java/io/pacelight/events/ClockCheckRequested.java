package io.pacelight.events;

import java.util.List;

/** Intervention's own input: a plan, calendar, bell schedule or class, found at the given place, concerns the clocks of one student in these classes. */
public record ClockCheckRequested(
        String district,
        String student,
        List<String> classes,
        String becauseTopic,
        int becausePartition,
        long becauseOffset)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.clock-check-requested.v1";

    public ClockCheckRequested {
        classes = List.copyOf(classes);
    }
}
