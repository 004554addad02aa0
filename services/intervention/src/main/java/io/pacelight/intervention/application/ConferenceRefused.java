package io.pacelight.intervention.application;

import io.pacelight.intervention.domain.Verdict;

/** A teacher asked for what the conference's state does not allow; the message says so in the teacher's words. */
public final class ConferenceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    ConferenceRefused(Verdict.Refused refused) {
        super(refused.state() == null ? refused.why() : refused.why() + " Its state is " + refused.state() + ".");
        this.unknown = refused.state() == null;
    }

    /** Whether there is no such conference. */
    public boolean isUnknown() {
        return unknown;
    }
}
