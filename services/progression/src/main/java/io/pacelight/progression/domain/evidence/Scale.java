package io.pacelight.progression.domain.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The district's ordered levels, one of which is the mastery level, and the percents that make levels of points.
 *
 * @param steps ascending; the first stands for "no evidence"
 * @param mastery the level of one of the steps above the first
 * @param cuts percents, ascending, two fewer than steps: below the first cut is the second step, and so on, the rest is the last
 */
public record Scale(List<Step> steps, Level mastery, List<BigDecimal> cuts) {

    /** One level of the scale and its name. */
    public record Step(Level level, String label) {}

    public static final Scale DEFAULT = new Scale(
            List.of(
                    new Step(Level.of(0), "no evidence"),
                    new Step(Level.of(1), "Emerging"),
                    new Step(Level.of(2), "Approaching"),
                    new Step(Level.of(3), "Mastery"),
                    new Step(Level.of(4), "Exceeds")),
            Level.of(3),
            List.of(BigDecimal.valueOf(60), BigDecimal.valueOf(80), BigDecimal.valueOf(95)));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Scale {
        steps = List.copyOf(steps);
        cuts = List.copyOf(cuts);
        if (steps.size() < 2) {
            throw new IllegalArgumentException("A scale has at least two levels, the first for no evidence");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).level().compareTo(steps.get(i - 1).level()) <= 0) {
                throw new IllegalArgumentException("The levels of a scale ascend, but "
                        + steps.get(i).label() + " (" + steps.get(i).level() + ") does not lie above "
                        + steps.get(i - 1).label());
            }
        }
        Level goal = mastery;
        if (steps.stream().skip(1).noneMatch(step -> step.level().equals(goal))) {
            throw new IllegalArgumentException(
                    "The mastery level " + mastery + " is not one of the scale's levels above the first");
        }
        if (cuts.size() != steps.size() - 2) {
            throw new IllegalArgumentException("A scale of " + steps.size() + " levels has " + (steps.size() - 2)
                    + " cut scores, but there are " + cuts.size());
        }
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i).compareTo(cuts.get(i - 1)) <= 0) {
                throw new IllegalArgumentException(
                        "Cut scores ascend, but " + cuts.get(i - 1).toPlainString() + " is followed by "
                                + cuts.get(i).toPlainString());
            }
        }
    }

    public Level top() {
        return steps.getLast().level();
    }

    /** The level of one score on this scale. */
    public Level levelOf(Score score) {
        return switch (score) {
            case Score.Rubric rubric -> rubric.level();
            case Score.Points points -> byCuts(points);
            case Score.OnScaleTo other ->
                Level.of(other.level().multiply(top().exact()).divide(other.top(), 6, RoundingMode.HALF_UP));
        };
    }

    private Level byCuts(Score.Points points) {
        BigDecimal hundredfold = points.score().multiply(HUNDRED);
        for (int i = 0; i < cuts.size(); i++) {
            if (hundredfold.compareTo(cuts.get(i).multiply(points.max())) < 0) {
                return steps.get(i + 1).level();
            }
        }
        return top();
    }

    /** The highest step at or below {@code level}. */
    public Step stepOf(Level level) {
        Step found = steps.getFirst();
        for (Step step : steps) {
            if (level.reaches(step.level())) {
                found = step;
            }
        }
        return found;
    }

    /** The mastery level as a person reads it, for example {@code 3 (Mastery)}. */
    public String goal() {
        return mastery.exact().stripTrailingZeros().toPlainString() + " ("
                + stepOf(mastery).label() + ")";
    }

    /** The last step before mastery: the most that is shown until the policy is met. */
    public Level belowMastery() {
        Level below = steps.getFirst().level();
        for (Step step : steps) {
            if (step.level().compareTo(mastery) < 0) {
                below = step.level();
            }
        }
        return below;
    }

    /** The band of a shown level for which there is evidence. */
    public State stateOf(Level shown) {
        if (!shown.reaches(mastery)) {
            return shown.reaches(belowMastery()) ? State.APPROACHING : State.EMERGING;
        }
        return stepOf(shown).level().compareTo(mastery) > 0 ? State.EXCEEDS : State.MASTERY;
    }
}
