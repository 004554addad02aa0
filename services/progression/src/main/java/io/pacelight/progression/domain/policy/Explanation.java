package io.pacelight.progression.domain.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy's reasons.
 *
 * @param finding what it found, as the rest of a sentence: "the latest demonstration is 2.00"
 * @param setAside the demonstrations it did not count, by evidence id, each with the reason
 * @param missing what would still satisfy it: "one more demonstration, in another context"; absent when it is met
 */
public record Explanation(
        String finding,
        Map<String, String> setAside,
        @Nullable String missing) {
    public Explanation {
        setAside = Map.copyOf(setAside);
    }
}
