package io.pacelight.local.signin;

import java.util.List;
import java.util.Map;

/** What a token says about somebody, whether the sign-in page or a script asked for it. */
public final class Claims {
    /** For whom access tokens are meant. */
    public static final String AUDIENCE = "pacelight";

    private static final String DATA_DESK = "pacelight-data-desk";

    private Claims() {}

    /** The canary is the data desk of a shadow district, and nobody in the real one. */
    static Map<String, Object> ofCanary(String client, String district) {
        return Map.of(
                "preferred_username",
                client,
                "name",
                client,
                "district",
                district + "-canary",
                "groups",
                List.of(DATA_DESK));
    }

    /** Only the data desk is in a group; what all others may see is told by the roster. */
    public static Map<String, Object> of(String username, String name, String district) {
        return Map.of(
                "preferred_username", username,
                "name", name,
                "district", district,
                "groups", username.equals(Person.DATA_DESK.username()) ? List.of(DATA_DESK) : List.of());
    }
}
