package io.pacelight.progression.application;

import io.pacelight.progression.domain.mastery.Standing;

/** Counts the states of a whole district; reads every one, page by page, so it is for the data desk only. */
public final class CountStates {
    private final Masteries masteries;

    public CountStates(Masteries masteries) {
        this.masteries = masteries;
    }

    /**
     * What all states of a district come to.
     *
     * @param pairs students times competencies with evidence
     * @param attempts recorded and not voided, each row of a sitting by itself
     * @param mastered pairs at mastery under the policy in force
     * @param productive pairs with three in a row within the first ten pieces of evidence
     * @param wheelSpinning pairs with ten pieces of evidence and no three in a row within them
     * @param indeterminate pairs with fewer, and no three in a row
     */
    public record Totals(
            long pairs, long attempts, long mastered, long productive, long wheelSpinning, long indeterminate) {}

    public Totals of(String district) {
        Count count = new Count();
        masteries.each(district, page -> page.forEach(count::add));
        return new Totals(
                count.pairs,
                count.attempts,
                count.mastered,
                count.productive,
                count.wheelSpinning,
                count.indeterminate);
    }

    private static final class Count {
        private long pairs;
        private long attempts;
        private long mastered;
        private long productive;
        private long wheelSpinning;
        private long indeterminate;

        void add(Masteries.Kept kept) {
            Standing standing = kept.mastery().standing();
            if (standing == null || standing.attempts() == 0) {
                return;
            }
            pairs++;
            attempts += kept.mastery().portfolio().counting();
            if (standing.mastered()) {
                mastered++;
            }
            switch (standing.struggle()) {
                case MASTERED -> productive++;
                case WHEEL_SPINNING -> wheelSpinning++;
                case INDETERMINATE -> indeterminate++;
            }
        }
    }
}
