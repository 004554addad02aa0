package io.pacelight.intervention.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pacelight.kit.observe.MeterName;

/** Names of what intervention measures beside the kit. */
public enum InterventionMeter implements MeterName {
    CLOCKS("pacelight.clocks.looked.at", "Students whose due clocks were looked at"),
    CLOCKS_FAILED("pacelight.clocks.failed", "Times that a student's due clocks could not be looked at"),
    CLOCKS_OVERDUE(
            "pacelight.clocks.overdue", "Students with a clock that was due a minute ago and has not been looked at"),
    TASK_DELAY("pacelight.task.delay", "From a target being missed to its conference task being stored and on Kafka"),
    MAILS("pacelight.mails.sent", "Digests handed to the mail server"),
    MAILS_FAILED("pacelight.mails.failed", "Times that a digest could not be made or handed over");

    private final String meterName;
    private final String description;

    InterventionMeter(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    @Override
    public String meterName() {
        return meterName;
    }

    @Override
    public String description() {
        return description;
    }

    Counter counter(MeterRegistry registry) {
        return Counter.builder(meterName).description(description).register(registry);
    }
}
