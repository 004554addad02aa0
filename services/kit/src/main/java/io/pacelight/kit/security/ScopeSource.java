package io.pacelight.kit.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Somebody's place in the roster. A service that knows more people than the staff adds a source of its own. */
@FunctionalInterface
public interface ScopeSource {
    /** What is known of one person. */
    record Known(String key, Set<String> roles, AccessScope scope) {
        public Known {
            roles = Set.copyOf(roles);
        }
    }

    Optional<Known> find(String district, String username, Instant now);
}
