package io.pacelight.events;

import java.util.List;

/** Check-engine lights of a student in a class that are new or have changed; lights not listed are as before. */
public record PaceChanged(String district, String student, String classId, List<Light> lights) implements StudentEvent {
    public static final String TYPE = "io.pacelight.pace-changed.v1";

    public PaceChanged {
        lights = List.copyOf(lights);
    }
}
