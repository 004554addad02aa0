package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.kit.observe.MeterName;

/** Names of what reporting measures beside the kit's meters. */
public enum ReportingMeter implements MeterName {
    FRESHNESS("pacelight.freshness", "From an attempt being recorded to its judgement being visible"),
    UNJUDGED("pacelight.ledger.unjudged", "Pieces of evidence that are applied and whose judgement has not come");

    private final String meterName;
    private final String description;

    ReportingMeter(String meterName, String description) {
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
}
