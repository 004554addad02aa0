package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.mastery.MasteryEvent.EvidenceJudged;
import io.pacelight.progression.domain.mastery.MasteryEvent.LevelChanged;
import io.pacelight.progression.domain.mastery.MasteryEvent.MasteryAchieved;
import io.pacelight.progression.domain.mastery.MasteryEvent.MasteryRevoked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Pure rules: no clock, no random ids, no I/O. Evidence already absorbed decides nothing. */
public final class MasteryDecider {
    private MasteryDecider() {}

    /** What the attempts (or, without any, changed rules) make of the state, compared with what it was. */
    public static List<MasteryEvent> decide(Mastery state, Collection<Attempt> attempts, Rules rules) {
        List<Attempt> absorbed = state.portfolio().news(attempts);
        Standing before = state.standing();
        if (absorbed.isEmpty() && before == null && state.portfolio().attempts().isEmpty()) {
            return List.of();
        }
        Standing after = Judge.judge(state.portfolio().with(absorbed), rules);
        if (absorbed.isEmpty() && after.equals(before)) {
            return List.of();
        }
        String because = absorbed.isEmpty() ? null : absorbed.getLast().id();
        List<MasteryEvent> events = new ArrayList<>();
        events.add(new EvidenceJudged(absorbed, after));
        Level from = before == null ? Level.ZERO : before.shown();
        if (!from.equals(after.shown())) {
            events.add(new LevelChanged(from, after.shown(), because));
        }
        boolean was = before != null && before.mastered();
        if (!was && after.masteredBy() != null && after.masteredAt() != null) {
            events.add(new MasteryAchieved(
                    after.shown(), because == null ? null : after.masteredBy(), after.masteredAt()));
        } else if (was && !after.mastered()) {
            events.add(new MasteryRevoked(after.shown(), because));
        }
        return events;
    }

    /** The state after a fact; folding all facts from {@link Mastery#NONE} rebuilds it without judging again. */
    public static Mastery evolve(Mastery state, MasteryEvent event) {
        return switch (event) {
            case EvidenceJudged judged -> new Mastery(state.portfolio().with(judged.absorbed()), judged.standing());
            case LevelChanged _, MasteryAchieved _, MasteryRevoked _ -> state;
        };
    }
}
