package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The level that people see moved.
     *
     * @param because the newest attempt among those that moved it; absent where the rules changed
     */
    record LevelChanged(Level from, Level to, @Nullable String because) implements MasteryEvent {}

    /**
     * @param level as shown
     * @param because the evidence that completed mastery; absent where the rules changed
     * @param at when that was shown
     */
    record MasteryAchieved(Level level, @Nullable String because, Instant at) implements MasteryEvent {}

    /**
     * @param level as shown
     * @param because the newest attempt among those that moved it; absent where the rules changed
     */
    record MasteryRevoked(Level level, @Nullable String because) implements MasteryEvent {}
}
