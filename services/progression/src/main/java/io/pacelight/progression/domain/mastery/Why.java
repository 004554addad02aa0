package io.pacelight.progression.domain.mastery;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.policy.Explanation;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicySetting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a level is what it is, for whoever sees it.
 *
 * @param sentence the policy, its version and what it found
 * @param counted the evidence it rests on, in evidence order
 * @param notCounted the evidence it does not rest on, each with the reason
 * @param missing what would still make it mastery; absent when it is
 */
public record Why(
        String sentence,
        List<Evidence> counted,
        List<SetAside> notCounted,
        @Nullable String missing) {

    /** A piece of evidence (or a voided attempt) that did not count. */
    public record SetAside(String evidenceId, String reason) {}

    public Why {
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    @SuppressWarnings("ReferenceEquality") // that very piece
    public static Why of(Portfolio portfolio, Rules rules) {
        List<Evidence> evidence = portfolio.evidence(rules.scale());
        List<Evidence> demonstrations = Judge.demonstrations(evidence);
        Standing standing = Judge.judge(evidence, rules);
        Explanation explanation = rules.setting().policy().explain(demonstrations, rules.terms());
        Evidence credit = Judge.credit(evidence, rules);
        boolean testedOut = credit != null && credit.id().equals(standing.masteredBy());

        List<Evidence> counted = new ArrayList<>();
        List<SetAside> notCounted = new ArrayList<>();
        for (Evidence piece : evidence) {
            String reason = testedOut
                    ? (piece == credit ? null : "a diagnostic at mastery has credited the competency")
                    : piece.isDemonstration() ? explanation.setAside().get(piece.id()) : guidesOnly(piece);
            if (reason == null) {
                counted.add(piece);
            } else {
                notCounted.add(new SetAside(piece.id(), reason));
            }
        }
        for (Attempt attempt : portfolio.voided()) {
            notCounted.add(new SetAside(attempt.id(), "taken back by whoever recorded it"));
        }
        String sentence = (standing.mastered() ? "Mastered" : "Not yet") + " under " + policy(rules.setting()) + ": "
                + (testedOut ? "a diagnostic is at " + rules.scale().goal() + " or above" : explanation.finding())
                + ".";
        return new Why(sentence, counted, notCounted, standing.mastered() ? null : explanation.missing());
    }

    private static String guidesOnly(Evidence piece) {
        if (piece.assisted()) {
            return "assisted work is kept and doesn't count";
        }
        return switch (piece.kind()) {
            case FORMATIVE -> "formative work guides and doesn't count";
            case DIAGNOSTIC -> "a diagnostic counts only at mastery";
            case SUMMATIVE -> throw new IllegalArgumentException("A demonstration does more than guide: " + piece.id());
        };
    }

    private static String policy(PolicySetting setting) {
        return Policies.nameOf(setting.policy())
                + (setting.version() == 0
                        ? " (the default)"
                        : " (" + setting.scope() + ", version " + setting.version() + ")");
    }
}
