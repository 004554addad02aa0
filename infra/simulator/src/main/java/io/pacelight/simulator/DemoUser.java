package io.pacelight.simulator;

import static java.util.stream.Collectors.joining;

import io.pacelight.simulator.files.Json;
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

    /** The people as a JSON list. */
    public static String json(List<DemoUser> users) {
        return users.stream().map(DemoUser::json).collect(joining(",\n ", "[", "]\n"));
    }

    private String json() {
        return "{\"username\":" + Json.text(username) + ",\"role\":" + Json.text(role.name()) + ",\"sourcedId\":"
                + Json.text(sourcedId) + ",\"name\":" + Json.text(name) + ",\"orgId\":" + Json.text(orgId)
                + ",\"classIds\":" + classIds.stream().map(Json::text).collect(joining(",", "[", "]"))
                + ",\"look\":" + Json.text(look) + "}";
    }
}
