package io.pacelight.intervention.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Names of what intervention measures beside the kit. */
public enum InterventionMeter {
    CLOCKS("pacelight.clocks.looked.at", "Students whose due clocks were looked at"),
    CLOCKS_FAILED("pacelight.clocks.failed", "Times that a student's due clocks could not be looked at"),
    MAILS("pacelight.mails.sent", "Digests handed to the mail server"),
    MAILS_FAILED("pacelight.mails.failed", "Times that a digest could not be made or handed over");

    private final String meterName;
    private final String description;

    InterventionMeter(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    String meterName() {
        return meterName;
    }

    Counter counter(MeterRegistry registry) {
        return Counter.builder(meterName).description(description).register(registry);
    }
}
