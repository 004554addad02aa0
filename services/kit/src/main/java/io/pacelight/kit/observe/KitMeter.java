package io.pacelight.kit.observe;

/** Names of what every service measures. */
public enum KitMeter implements MeterName {
    BATCH("pacelight.batch", "Handling of one poll: read, fold, write, publish"),
    RECORDS("pacelight.records", "Records taken off Kafka"),
    APPLIED("pacelight.inputs.applied", "Inputs that changed their document or made it tell something"),
    REPEATS(
            "pacelight.inputs.repeated",
            "Inputs that changed nothing, such as those that their document had absorbed before"),
    CONFLICTS("pacelight.documents.conflicts", "Documents folded again because somebody else wrote first"),
    QUARANTINED("pacelight.records.quarantined", "Records set aside with a reason"),
    QUARANTINE_WAITING("pacelight.quarantine.waiting", "Records in quarantine that nobody has replayed"),
    OUTBOX_AGE("pacelight.outbox.oldest.age", "How long the oldest event has been stored and not known to be on Kafka"),
    LEDGER("pacelight.ledger.attempts", "Attempts at a stage of their way: recorded, voided, applied, quarantined");

    private final String meterName;
    private final String description;

    KitMeter(String meterName, String description) {
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
