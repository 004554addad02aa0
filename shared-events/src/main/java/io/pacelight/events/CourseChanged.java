package io.pacelight.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A course of study that classes teach. */
public record CourseChanged(
        String district,
        String course,
        String title,
        @Nullable String code,
        @Nullable String org,
        List<String> subjects,
        List<String> grades,
        boolean active)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.course-changed.v1";

    public CourseChanged {
        subjects = List.copyOf(subjects);
        grades = List.copyOf(grades);
    }

    @Override
    public String key() {
        return Keys.of(district, "course", course);
    }
}
