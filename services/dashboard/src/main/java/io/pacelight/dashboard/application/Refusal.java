package io.pacelight.dashboard.application;

import java.util.Objects;

/** A service did not do what was asked; says which, why, and in the service’s own words where it gave some. */
public final class Refusal extends RuntimeException {

    private final Reason reason;
    private final String service;

    public Refusal(Reason reason, String service, String detail) {
        super(detail);
        this.reason = reason;
        this.service = service;
    }

    public Refusal(Reason reason, String service, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
        this.service = service;
    }

    /** The kinds that people are told differently. */
    public enum Reason {
        /** Down, too slow or broken: what was asked may work later. */
        UNAVAILABLE,
        /** Not there, or not for this caller. */
        NOT_FOUND,
        /** Signed in, and in nobody’s roster: there is nothing to show yet. */
        UNKNOWN_PERSON,
        /** The token is no longer good. */
        SIGNED_OUT,
        /** Asked too late or against the state of things. */
        CONFLICT,
        /** The service can’t accept what was sent. */
        INVALID
    }

    public Reason reason() {
        return reason;
    }

    public String service() {
        return service;
    }

    /** The service’s words, without a stack. */
    public String detail() {
        return Objects.requireNonNullElse(getMessage(), "");
    }
}
