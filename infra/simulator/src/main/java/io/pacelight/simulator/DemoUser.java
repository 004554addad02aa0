package io.pacelight.simulator;

import java.util.List;

/** Somebody to sign in as; {@code classIds} are the classes taught or attended and {@code look} says what there is to see. */
public record DemoUser(
        String username, Role role, String sourcedId, String name, String orgId, List<String> classIds, String look) {
    public DemoUser {
        classIds = List.copyOf(classIds);
    }

    /** What the person is in the district. */
    public enum Role {
        TEACHER,
        COACH,
        LEADER,
        DISTRICT,
        STUDENT
    }
}
