package io.pacelight.bench.lane;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.pacelight.bench.lane.Tape.Part;
import io.pacelight.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/**
 * The limit that progression is held against: reads the attempts, decodes them, and sends the store the very bulk writes that
 * progression sends it for them, byte for byte and in the same order, and nothing else: no reading, judging or publishing.
 * The writes are learned from a run of progression in this JVM, which is not measured and warms the driver and the store.
 */
final class RawWriteLane {
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private RawWriteLane() {}

    /** One bulk write of progression's. */
    private record Bulk(String collection, List<WriteModel<RawBsonDocument>> writes) {}

    static Measured run(Ground ground, Tape tape, Instant now) {
        Map<Part, List<Bulk>> recorded;
        try (Ground another = Ground.prepare(ground.dir().resolve("recording"))) {
            recorded = record(another, tape, now);
        }
        try (MongoClient client = MongoClients.create(ground.store().connectionString())) {
            MongoDatabase database =
                    client.getDatabase("progression").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
            indexes(database);
            send(database, recorded.getOrDefault(Part.BEFORE, List.of()));
            return ConsumeLane.run("raw-writes", ground, tape, part -> {
                List<Bulk> bulks = recorded.getOrDefault(part, List.of());
                long attempts = tape.count(Topics.ATTEMPTS, part);
                long[] state = new long[2];
                return records -> {
                    ConsumeLane.decode(records);
                    state[0] += records.count();
                    int upTo = Math.toIntExact(bulks.size() * state[0] / attempts);
                    send(database, bulks.subList(Math.toIntExact(state[1]), upTo));
                    state[1] = upTo;
                };
            });
        }
    }

    /** As progression makes them. */
    private static void indexes(MongoDatabase database) {
        for (String collection : List.of("masteries", "students", "policies"))
            database.getCollection(collection).createIndex(Indexes.ascending("wr", "wn"));
        database.getCollection("masteries").createIndex(Indexes.ascending("student"));
        database.getCollection("masteries").createIndex(Indexes.ascending("competency"));
    }

    private static void send(MongoDatabase database, List<Bulk> bulks) {
        for (Bulk bulk : bulks) {
            MongoCollection<RawBsonDocument> collection =
                    database.getCollection(bulk.collection(), RawBsonDocument.class);
            collection.bulkWrite(bulk.writes(), new BulkWriteOptions().ordered(false));
        }
    }

    private static Map<Part, List<Bulk>> record(Ground ground, Tape tape, Instant now) {
        Map<Part, List<Bulk>> recorded = new EnumMap<>(Part.class);
        ServiceLane lane = ServiceLane.PROGRESSION;
        Recorder recorder = new Recorder(recorded);
        MongoClientSettingsBuilderCustomizer listening = settings -> settings.addCommandListener(recorder);
        try (Producer<byte[], byte[]> producer = ground.producer()) {
            tape.play(producer, lane.needs(), Part.BEFORE);
            try (Service service = Service.start(
                    lane.application(), lane.name(), lane.binding(), ground, now, Map.of("benchListener", listening))) {
                service.awaitHandled(lane.read());
                for (Part part : List.of(Part.WARM, Part.MEASURED)) {
                    service.hold();
                    recorder.part = part;
                    tape.play(producer, lane.fed(), part);
                    service.release();
                    service.awaitHandled(lane.read());
                }
                recorder.part = null;
            }
        }
        return recorded;
    }

    private static final class Recorder implements CommandListener {
        private final Map<Part, List<Bulk>> recorded;
        private volatile @org.jspecify.annotations.Nullable Part part = Part.BEFORE;

        Recorder(Map<Part, List<Bulk>> recorded) {
            this.recorded = recorded;
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            Part current = part;
            if (current == null || !event.getDatabaseName().equals("progression")) return;
            BsonDocument command = event.getCommand();
            List<WriteModel<RawBsonDocument>> writes = new ArrayList<>();
            switch (event.getCommandName()) {
                case "insert" ->
                    array(command, "documents").forEach(each -> writes.add(new InsertOneModel<>(raw(each))));
                case "update" -> array(command, "updates").forEach(each -> writes.add(update(each.asDocument())));
                default -> {
                    return;
                }
            }
            String collection = command.getString(event.getCommandName()).getValue();
            synchronized (recorded) {
                recorded.computeIfAbsent(current, none -> new ArrayList<>()).add(new Bulk(collection, writes));
            }
        }

        private static BsonArray array(BsonDocument command, String name) {
            return command.getArray(name);
        }

        private static WriteModel<RawBsonDocument> update(BsonDocument update) {
            RawBsonDocument query = raw(update.getDocument("q"));
            RawBsonDocument change = raw(update.getDocument("u"));
            return change.getFirstKey().startsWith("$")
                    ? new UpdateOneModel<>(query, change)
                    : new ReplaceOneModel<>(query, change);
        }

        private static RawBsonDocument raw(BsonValue document) {
            return new RawBsonDocument(document.asDocument(), CODEC);
        }
    }
}
