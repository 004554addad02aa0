package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signed-in person as reporting knows them: the role, and what may be opened. */
public record Viewer(
        String name,
        Role role,
        @Nullable Named district,
        List<Named> schools,
        List<TaughtClass> classes,
        Instant now,
        ZoneId zone,
        @Nullable String studentId) {

    public Viewer {
        schools = Lists.orEmpty(schools);
        classes = Lists.orEmpty(classes);
    }

    /** What a person is in the district; it decides the first page and the menu, never the rights. */
    public enum Role {
        TEACHER,
        COACH,
        LEADER,
        DISTRICT,
        STUDENT
    }

    /** A class in the viewer’s scope; current is the one that meets now or next. */
    public record TaughtClass(
            String id,
            String title,
            @Nullable Named school,
            @Nullable String period,
            @Nullable String room,
            int studentCount,
            boolean current) {}

    /** The class that meets now or next, else the first; empty for somebody without classes. */
    public Optional<TaughtClass> currentClass() {
        return classes.stream()
                .filter(TaughtClass::current)
                .findFirst()
                .or(() -> classes.stream().findFirst());
    }

    public Optional<TaughtClass> classWith(String id) {
        return classes.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
