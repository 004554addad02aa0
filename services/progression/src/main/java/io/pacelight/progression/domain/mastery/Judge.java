package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.State;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a standing of evidence: the policy's verdict on the demonstrations, test-out, and what the rest tells. */
public final class Judge {
    private static final int RECENT = 10;

    private Judge() {}

    public static Standing judge(Portfolio portfolio, Rules rules) {
        return judge(portfolio.evidence(rules.scale()), rules);
    }

    static Standing judge(List<Evidence> evidence, Rules rules) {
        Scale scale = rules.scale();
        List<Evidence> demonstrations = demonstrations(evidence);
        Verdict verdict = rules.setting().policy().judge(demonstrations, rules.terms());
        Evidence mastering = mastering(evidence, demonstrations, verdict, rules);
        Cycle cycle = Cycle.of(evidence, mastering, scale.mastery());
        Level level = level(evidence, verdict);
        Level shown = shown(level, mastering != null, scale);
        return new Standing(
                Policies.nameOf(rules.setting().policy()),
                rules.setting().version(),
                verdict.value(),
                level,
                shown,
                evidence.isEmpty() ? State.NONE : scale.stateOf(shown),
                cycle.status(),
                mastering == null ? null : mastering.id(),
                mastering == null ? null : mastering.at(),
                verdict.have(),
                verdict.need(),
                mastering != null || formativeAtMastery(evidence, scale.mastery()),
                Struggle.of(evidence, scale.mastery()),
                evidence.size(),
                last(evidence),
                cycle.movedAt(),
                evidence.subList(Math.max(0, evidence.size() - RECENT), evidence.size()).stream()
                        .map(piece -> piece.level().rounded())
                        .toList());
    }

    static List<Evidence> demonstrations(List<Evidence> evidence) {
        return evidence.stream().filter(Evidence::isDemonstration).toList();
    }

    /** The piece that completed mastery: of the policy's first satisfied prefix or a test-out, whichever comes first. */
    private static @Nullable Evidence mastering(
            List<Evidence> evidence, List<Evidence> demonstrations, Verdict verdict, Rules rules) {
        int length = verdict.masteredBy(rules.setting().lapsing());
        Evidence byPolicy = length == 0 ? null : demonstrations.get(length - 1);
        Evidence credit = credit(evidence, rules);
        if (byPolicy == null || credit == null) {
            return byPolicy == null ? credit : byPolicy;
        }
        return evidence.indexOf(credit) < evidence.indexOf(byPolicy) ? credit : byPolicy;
    }

    /** The first diagnostic at mastery; where mastery lapses, one that no demonstration has followed. */
    static @Nullable Evidence credit(List<Evidence> evidence, Rules rules) {
        Evidence credit = null;
        for (Evidence piece : evidence) {
            if (credit == null && piece.testsOut(rules.scale().mastery())) {
                credit = piece;
            } else if (rules.setting().lapsing() && piece.isDemonstration()) {
                credit = null;
            }
        }
        return credit;
    }

    /** The policy's level; before the first demonstration the highest of the work that guides, so that it never lowers. */
    private static Level level(List<Evidence> evidence, Verdict verdict) {
        if (verdict.level() != null) {
            return verdict.level();
        }
        Level highest = Level.ZERO;
        for (Evidence piece : evidence) {
            highest = piece.assisted() || piece.level().compareTo(highest) < 0 ? highest : piece.level();
        }
        return highest.rounded();
    }

    private static Level shown(Level level, boolean mastered, Scale scale) {
        if (mastered) {
            return level.reaches(scale.mastery()) ? level : scale.mastery();
        }
        return level.reaches(scale.mastery()) ? scale.belowMastery() : level;
    }

    private static @Nullable Instant last(List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean formativeAtMastery(List<Evidence> evidence, Level mastery) {
        return evidence.stream()
                .anyMatch(piece -> piece.kind() == Kind.FORMATIVE
                        && !piece.assisted()
                        && piece.level().reaches(mastery));
    }
}
