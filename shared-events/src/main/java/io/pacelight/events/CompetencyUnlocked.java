package io.pacelight.events;

import java.util.List;

/** Every prerequisite of {@code competency} is met. */
public record CompetencyUnlocked(String district, String student, String competency, List<String> because)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.competency-unlocked.v1";

    public CompetencyUnlocked {
        because = List.copyOf(because);
    }
}
