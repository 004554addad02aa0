package io.pacelight.kit.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks.
 *
 * @param username as the sign-in provider and the roster both know it
 * @param key the key that roster issued, such as {@code stf_…}; none for somebody the roster doesn't know
 * @param roles what the roster says, as OneRoster role names
 */
public record Viewer(
        String district,
        String username,
        @Nullable String key,
        Set<String> roles,
        boolean dataDesk,
        AccessScope scope) {
    public Viewer {
        roles = Set.copyOf(roles);
    }
}
