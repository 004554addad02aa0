package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The signed-in person as reporting knows them: the role, and what may be opened; students are oneself or one’s children. */
public record Viewer(
        String name,
        Role role,
        @Nullable Named district,
        List<Named> schools,
        List<TaughtClass> classes,
        Instant now,
        ZoneId zone,
        List<Named> students) {

    public Viewer {
        schools = Lists.orEmpty(schools);
        classes = Lists.orEmpty(classes);
        students = Lists.orEmpty(students);
    }

    /** What a person is in the district; it decides the first page and the menu, never the rights. */
    public enum Role {
        TEACHER,
        COACH,
        LEADER,
        DISTRICT,
        STUDENT
    }

    /** A class in the viewer’s scope; current while one of its terms runs. */
    public record TaughtClass(
            String id,
            String title,
            @Nullable Named school,
            @Nullable String period,
            @Nullable String room,
            int studentCount,
            boolean current) {}

    /** The classes whose term runs; all of them where none runs. */
    public List<TaughtClass> currentClasses() {
        List<TaughtClass> current =
                classes.stream().filter(TaughtClass::current).toList();
        return current.isEmpty() ? classes : current;
    }

    public Optional<TaughtClass> classWith(String id) {
        return classes.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
