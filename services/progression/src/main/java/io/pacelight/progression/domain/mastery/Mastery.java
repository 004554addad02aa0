package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Portfolio;
import org.jspecify.annotations.Nullable;

/** The state of one student on one competency: all evidence, and the standing it was last judged to be. */
public record Mastery(Portfolio portfolio, @Nullable Standing standing) {
    public static final Mastery NONE = new Mastery(Portfolio.EMPTY, null);
}
