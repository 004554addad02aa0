package io.pacelight.kit.observe;

/** Names of what every service measures. */
public enum KitMeter {
    BATCH("pacelight.batch", "Handling of one poll: read, fold, write, publish"),
    RECORDS("pacelight.records", "Records taken off Kafka"),
    APPLIED("pacelight.inputs.applied", "Inputs that were new to their document"),
    REPEATS("pacelight.inputs.repeated", "Inputs that their document had absorbed before"),
    CONFLICTS("pacelight.documents.conflicts", "Documents folded again because somebody else wrote first"),
    QUARANTINED("pacelight.records.quarantined", "Records set aside with a reason");

    private final String meterName;
    private final String description;

    KitMeter(String meterName, String description) {
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
