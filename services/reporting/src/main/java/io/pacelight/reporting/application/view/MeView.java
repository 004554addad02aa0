package io.pacelight.reporting.application.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and where this person may go; {@code now} is school time in {@code zone}.
 *
 * @param students oneself or one's children, for a student or guardian
 */
public record MeView(
        String name,
        Role role,
        @Nullable String key,
        Named district,
        List<Named> schools,
        List<OwnClass> classes,
        List<Named> students,
        Instant now,
        String zone) {
    /** What somebody mainly is; the widest that the roster gives. */
    public enum Role {
        DISTRICT,
        LEADER,
        COACH,
        TEACHER,
        /** A student, or a guardian, who sees the linked children. */
        STUDENT
    }

    /** A class that may be opened; {@code current} while one of its terms runs. */
    public record OwnClass(
            String id,
            String title,
            Named school,
            @Nullable String period,
            @Nullable String room,
            int studentCount,
            boolean current) {}
}
