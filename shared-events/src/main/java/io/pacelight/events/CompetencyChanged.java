package io.pacelight.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a student can do, under its code. */
public record CompetencyChanged(
        String district,
        String competency,
        String name,
        @Nullable String statement,
        @Nullable String iCan,
        List<String> subjects,
        @Nullable String grade,
        @Nullable String domain,
        @Nullable String cluster,
        boolean active)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.competency-changed.v1";

    public CompetencyChanged {
        subjects = List.copyOf(subjects);
    }

    @Override
    public String key() {
        return Keys.of(district, "competency", competency);
    }
}
