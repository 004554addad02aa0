package io.pacelight.reporting.adapter.out.mongo;

import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.stream.QuarantinedRecord;
import io.pacelight.reporting.application.Quarantined;
import java.util.List;

/** Counts the shelf's records of one district by their Kafka keys; a record without a readable key is every district's. */
public final class MongoQuarantined implements Quarantined {
    private static final int PAGE = 500;
    private static final int LIMIT = 5_000;

    private final QuarantineShelf shelf;

    public MongoQuarantined(QuarantineShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public int waiting(String district) {
        if (shelf.countWaiting() == 0) return 0;
        int count = 0;
        String after = null;
        for (int read = 0; read < LIMIT; read += PAGE) {
            List<QuarantinedRecord> page = shelf.waiting(after, PAGE);
            for (QuarantinedRecord record : page) if (record.concerns(district)) count++;
            if (page.size() < PAGE) break;
            after = page.getLast().id();
        }
        return count;
    }
}
