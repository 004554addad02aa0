package io.pacelight.canary;

/** Names of what the canary measures; the only tag is the shadow district. */
enum CanaryMeter {
    FRESHNESS("pacelight.canary.freshness", "From sending an attempt to seeing it judged in the student's report"),
    FAILED("pacelight.canary.failed", "Attempts that were refused or not visible in time");

    private final String meterName;
    private final String description;

    CanaryMeter(String meterName, String description) {
        this.meterName = meterName;
        this.description = description;
    }

    String meterName() {
        return meterName;
    }

    String description() {
        return description;
    }
}
