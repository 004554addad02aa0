package io.pacelight.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section with its current teachers, the primary one first. */
public record ClassChanged(
        String district,
        String classId,
        String title,
        String course,
        String school,
        List<String> terms,
        List<String> periods,
        @Nullable String room,
        List<ClassTeacher> teachers,
        boolean active)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.class-changed.v1";

    public ClassChanged {
        terms = List.copyOf(terms);
        periods = List.copyOf(periods);
        teachers = List.copyOf(teachers);
    }

    @Override
    public String key() {
        return Keys.of(district, "class", classId);
    }
}
