package io.pacelight.events;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The current evidence satisfies the policy and did not before. */
public record MasteryAchieved(
        String district,
        String student,
        String competency,
        BigDecimal level,
        Instant at,
        @Nullable String because) implements StudentEvent {
    public static final String TYPE = "io.pacelight.mastery-achieved.v1";
}
