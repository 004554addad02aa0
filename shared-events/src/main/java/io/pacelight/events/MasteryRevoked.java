package io.pacelight.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The current evidence no longer satisfies the policy. */
public record MasteryRevoked(
        String district,
        String student,
        String competency,
        BigDecimal level,
        @Nullable String because) implements StudentEvent {
    public static final String TYPE = "io.pacelight.mastery-revoked.v1";
}
