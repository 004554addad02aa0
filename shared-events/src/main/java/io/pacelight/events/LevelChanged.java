package io.pacelight.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The shown level moved; {@code because} is the attempt that moved it, none after a policy change. */
public record LevelChanged(
        String district,
        String student,
        String competency,
        BigDecimal from,
        BigDecimal to,
        @Nullable String because) implements StudentEvent {
    public static final String TYPE = "io.pacelight.level-changed.v1";
}
