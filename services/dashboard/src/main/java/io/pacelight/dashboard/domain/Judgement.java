package io.pacelight.dashboard.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a level is what it is: the policy, the evidence that counted and did not, and what is missing. */
public record Judgement(
        String code,
        @Nullable String status,
        @Nullable Double level,
        @Nullable String shown,
        State state,
        @Nullable Policy policy,
        int attempts,
        boolean mastered,
        @Nullable Instant masteredAt,
        @Nullable String progress,
        @Nullable Why why) {

    public Judgement {
        state = state == null ? State.NONE : state;
    }

    /** The rule by which it was judged. */
    public record Policy(@Nullable String name, @Nullable String version) {}

    /** The reasons. */
    public record Why(
            @Nullable String sentence,
            List<Counted> counted,
            List<NotCounted> notCounted,
            @Nullable String missing) {
        public Why {
            counted = Lists.orEmpty(counted);
            notCounted = Lists.orEmpty(notCounted);
        }
    }

    /** Evidence that counted. */
    public record Counted(String evidenceId, @Nullable Double level) {}

    /** Evidence that was kept without counting. */
    public record NotCounted(String evidenceId, @Nullable String reason) {}

    /** Why this evidence did not count; empty if it did or is not known. */
    public Optional<String> reasonNotCounted(String evidenceId) {
        if (why == null) {
            return Optional.empty();
        }
        return why.notCounted().stream()
                .filter(n -> n.evidenceId().equals(evidenceId))
                .findFirst()
                .map(n -> n.reason() == null ? "" : n.reason());
    }
}
