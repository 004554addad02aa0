package io.pacelight.simulator.files;

import static java.util.stream.Collectors.joining;

import io.pacelight.simulator.DemoUser;
import java.util.List;

/** The little JSON that the simulator writes. */
public final class Json {
    private Json() {}

    /** A JSON string. */
    public static String text(String value) {
        var json = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\') json.append('\\').append(letter);
            else if (letter < 0x20) json.append(String.format("\\u%04x", (int) letter));
            else json.append(letter);
        }
        return json.append('"').toString();
    }

    /** A list of the people to sign in as. */
    public static String demoUsers(List<DemoUser> users) {
        return users.stream()
                .map(user -> "{\"username\":" + text(user.username()) + ",\"role\":"
                        + text(user.role().name())
                        + ",\"sourcedId\":" + text(user.sourcedId()) + ",\"name\":" + text(user.name())
                        + ",\"orgId\":" + text(user.orgId()) + ",\"classIds\":"
                        + user.classIds().stream().map(Json::text).collect(joining(",", "[", "]")) + ",\"look\":"
                        + text(user.look()) + "}")
                .collect(joining(",\n ", "[", "]\n"));
    }
}
