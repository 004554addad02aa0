package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Level;
import java.time.Instant;
import java.util.List;

/**
 * A fact about one student on one competency. Each tells where the current state has gone, compared with where it was, so what
 * cancels out within one step is not told.
 */
public sealed interface MasteryEvent extends ProgressionEvent {

    /**
     * The state as a row: consumers set it, and need no other event to be right.
     *
     * @param absorbed the attempts that are new in it; empty where only the rules changed
     */
    record EvidenceJudged(List<Attempt> absorbed, Standing standing) implements MasteryEvent {
        public EvidenceJudged {
            absorbed = List.copyOf(absorbed);
        }
    }

    /** @param because the newest attempt among those that moved it, or the policy's reference */
    record LevelChanged(Level from, Level to, String because) implements MasteryEvent {}

    /**
     * @param level as shown
     * @param because the evidence that completed mastery
     * @param at when that was shown
     */
    record MasteryAchieved(Level level, String because, Instant at) implements MasteryEvent {}

    /**
     * @param level as shown
     * @param because the newest attempt among those that moved it, or the policy's reference
     */
    record MasteryRevoked(Level level, String because) implements MasteryEvent {}
}
