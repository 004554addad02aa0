package io.pacelight.kit.state;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process knows to be on Kafka although the documents still list it as pending. Forgetting it is harmless:
 * an event is then published once more under the same id.
 */
final class Acknowledged {
    private record Receipt(long version, long sequence, long nanos) {}

    private final ConcurrentHashMap<String, Receipt> receipts = new ConcurrentHashMap<>();

    /** Everything up to {@code sequence} of a document that was stored as {@code version} has arrived. */
    void note(String document, long version, long sequence, long nanos) {
        receipts.merge(
                document, new Receipt(version, sequence, nanos), (old, now) -> now.version >= old.version ? now : old);
    }

    long upTo(String document) {
        Receipt receipt = receipts.get(document);
        return receipt == null ? 0 : receipt.sequence;
    }

    /** Takes out up to {@code limit} receipts noted at least {@code ageNanos} ago: document to stored version. */
    Map<String, Long> take(long nanos, long ageNanos, int limit) {
        Map<String, Long> taken = new HashMap<>();
        Iterator<Map.Entry<String, Receipt>> entries = receipts.entrySet().iterator();
        while (entries.hasNext() && taken.size() < limit) {
            Map.Entry<String, Receipt> entry = entries.next();
            if (nanos - entry.getValue().nanos < ageNanos) continue;
            if (receipts.remove(entry.getKey(), entry.getValue())) taken.put(entry.getKey(), entry.getValue().version);
        }
        return taken;
    }
}
