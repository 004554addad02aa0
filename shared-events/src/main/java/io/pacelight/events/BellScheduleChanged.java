package io.pacelight.events;

import java.util.List;

/** When one class meets, in wall-clock times of its school. */
public record BellScheduleChanged(String district, String classId, String school, List<Meeting> meetings)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.bell-schedule-changed.v1";

    public BellScheduleChanged {
        meetings = List.copyOf(meetings);
    }

    @Override
    public String key() {
        return Keys.of(district, "bells", classId);
    }
}
