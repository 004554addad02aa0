package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import java.util.List;

/**
 * When demonstrations are mastery. A policy is a record here whose components are its whole-number parameters, with a
 * {@link PolicyName} and, where a parameter may be left out, a {@link Default}; its constructor refuses parameters that make
 * no sense. Being permitted below is all it takes to be offered (see {@link Policies}).
 */
public sealed interface MasteryPolicy
        permits AtBats, Average, DecayingAverage, Highest, InARow, Latest, MOfN, NTimes, WeightedAverage {

    /**
     * Judges in one pass over all prefixes.
     *
     * @param demonstrations summative and independent, in evidence order
     */
    Verdict judge(List<Evidence> demonstrations, Terms terms);

    /** Why {@link #judge} says what it says, for a person to read. */
    Explanation explain(List<Evidence> demonstrations, Terms terms);
}
