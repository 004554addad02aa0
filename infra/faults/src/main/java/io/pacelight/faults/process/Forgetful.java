package io.pacelight.faults.process;

import com.mongodb.MongoClientSettings;
import io.pacelight.events.Envelope;
import io.pacelight.kit.state.EventPublisher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** What the mutants do instead of what they took out; called from the woven code. */
public final class Forgetful {
    private static final String LATER = "publishes-later";
    private static final int LATER_SECONDS = 180;
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(LATER).factory());

    private Forgetful() {}

    /** The state of a document that nothing has happened to. */
    public static Object nothing(Object state) {
        try {
            return state.getClass().getField("NOTHING").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the mutant has nothing to put in", e);
        }
    }

    /** Leaves the publishing for later; false on the thread that does it then. */
    public static boolean later(Object publisher, List<?> events) {
        if (Thread.currentThread().getName().equals(LATER)) return false;
        List<Envelope<?>> kept = new ArrayList<>();
        for (Object event : events) kept.add((Envelope<?>) event);
        var _ = TIMER.schedule(() -> ((EventPublisher) publisher).publish(kept), LATER_SECONDS, TimeUnit.SECONDS);
        return true;
    }

    public static List<?> jumbled(List<?> list) {
        List<Object> jumbled = new ArrayList<>(list);
        Collections.reverse(jumbled);
        return jumbled;
    }

    /** The filter by id alone, where it asked for a version as well. */
    public static Bson withoutVersion(Bson filter) {
        BsonDocument asked = filter.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
        BsonDocument flat = new BsonDocument();
        for (BsonValue part : asked.getArray("$and", new BsonArray(List.of(asked)))) flat.putAll(part.asDocument());
        return flat.containsKey("v") && flat.containsKey("_id") ? new BsonDocument("_id", flat.get("_id")) : asked;
    }
}
