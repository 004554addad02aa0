package io.pacelight.progression.adapter.in.web;

import io.pacelight.progression.application.AskCompetencies.Asked;
import io.pacelight.progression.domain.evidence.State;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.mastery.Status;
import io.pacelight.progression.domain.mastery.Struggle;
import io.pacelight.progression.domain.mastery.Why;
import io.pacelight.progression.domain.policy.Policies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A student's competency as it is answered: where they stand, by which policy, and why. */
public record CompetencyView(
        String code,
        Status status,
        BigDecimal level,
        BigDecimal shown,
        State state,
        @Nullable BigDecimal value,
        PolicyUsed policy,
        int attempts,
        boolean mastered,
        @Nullable Instant masteredAt,
        @Nullable String progress,
        WhyView why,
        Struggle struggle) {

    /** The policy that judged; version 0 is the default, set by nobody. */
    public record PolicyUsed(
            String name, String scope, long version, Map<String, Integer> parameters, boolean lapsing) {}

    /** The reasons; {@code missing} is what would still make it mastery. */
    public record WhyView(
            String sentence,
            List<Counted> counted,
            List<NotCounted> notCounted,
            @Nullable String missing) {}

    /** A piece of evidence that the level rests on. */
    public record Counted(
            String evidenceId, BigDecimal level, @Nullable Instant assessedAt) {}

    /** A piece of evidence that it does not rest on. */
    public record NotCounted(String evidenceId, String reason) {}

    static CompetencyView of(Asked asked) {
        Standing standing = asked.standing();
        return new CompetencyView(
                asked.competency(),
                asked.status(),
                standing.level().toDecimal(),
                standing.shown().toDecimal(),
                standing.state(),
                standing.value(),
                new PolicyUsed(
                        standing.policy(),
                        asked.setting().scope().toString(),
                        asked.setting().version(),
                        Policies.parametersOf(asked.setting().policy()),
                        asked.setting().lapsing()),
                standing.attempts(),
                standing.mastered(),
                standing.masteredAt(),
                standing.progress(),
                why(asked.why()),
                standing.struggle());
    }

    private static WhyView why(Why why) {
        return new WhyView(
                why.sentence(),
                why.counted().stream()
                        .map(piece -> new Counted(piece.id(), piece.level().toDecimal(), piece.assessedAt()))
                        .toList(),
                why.notCounted().stream()
                        .map(aside -> new NotCounted(aside.evidenceId(), aside.reason()))
                        .toList(),
                why.missing());
    }
}
