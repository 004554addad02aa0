package io.pacelight.intervention.config;

/** Names of what intervention measures beside the kit. */
public enum InterventionMeter {
    CLOCKS("pacelight.clocks.looked.at", "Students whose due clocks were looked at"),
    MAILS("pacelight.mails.sent", "Digests handed to the mail server");

    private final String meterName;
    private final String description;

    InterventionMeter(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    public String meterName() {
        return meterName;
    }

    public String description() {
        return description;
    }
}
