package io.pacelight.progression.domain.policy;

/** Told prefix by prefix whether a policy is met, remembers when it first was and since when it is. */
final class Crossings {
    private int firstMet;
    private int metSince;

    /** @param length of the prefix; ascending */
    void at(int length, boolean met) {
        if (!met) {
            metSince = 0;
            return;
        }
        firstMet = firstMet == 0 ? length : firstMet;
        metSince = metSince == 0 ? length : metSince;
    }

    int firstMet() {
        return firstMet;
    }

    int metSince() {
        return metSince;
    }

    boolean met() {
        return metSince > 0;
    }
}
