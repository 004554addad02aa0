package io.pacelight.progression.application;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.mastery.Rules;
import java.time.Instant;
import java.util.List;

/**
 * What one competency of one student has to absorb: attempts, or, without any, another look under the rules as they are now.
 *
 * @param at school time of what led to it
 * @param remembered whether the attempts are only read again, during a rebuild: they are kept and not judged
 */
public record JudgeInput(CompetencyKey key, List<Attempt> attempts, Rules rules, Instant at, boolean remembered) {
    public JudgeInput {
        attempts = List.copyOf(attempts);
    }

    public static JudgeInput judged(CompetencyKey key, List<Attempt> attempts, Rules rules, Instant at) {
        return new JudgeInput(key, attempts, rules, at, false);
    }
}
