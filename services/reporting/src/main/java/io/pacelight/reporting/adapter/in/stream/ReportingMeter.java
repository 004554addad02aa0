package io.pacelight.reporting.adapter.in.stream;

/** Names of what reporting measures beside the kit's meters. */
public enum ReportingMeter {
    FRESHNESS("pacelight.freshness", "From an attempt being recorded to its judgement being visible");

    private final String meterName;
    private final String description;

    ReportingMeter(String meterName, String description) {
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
