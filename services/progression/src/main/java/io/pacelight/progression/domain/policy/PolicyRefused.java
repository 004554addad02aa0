package io.pacelight.progression.domain.policy;

/** A policy, parameter or scope that can't be set; the message says what, where and how to mend it. */
public final class PolicyRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public PolicyRefused(String message) {
        super(message);
    }

    /** Refuses a parameter outside {@code least..most}. */
    static void unlessWithin(String policy, String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new PolicyRefused("Policy " + policy + ": " + parameter + " is " + value + ", but must lie between "
                    + least + " and " + most + ".");
        }
    }
}
