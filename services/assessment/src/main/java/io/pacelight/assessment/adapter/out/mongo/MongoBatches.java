package io.pacelight.assessment.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.pacelight.assessment.application.Batch;
import io.pacelight.assessment.application.Batches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bson.Document;
import org.bson.types.Binary;

/** Batches as documents, their bodies in pieces of one mebibyte that are dropped when the batch is over. */
public final class MongoBatches implements Batches {
    private static final int PIECE = 1024 * 1024;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> batches;
    private final MongoCollection<Document> pieces;

    public MongoBatches(MongoDatabase database) {
        batches = database.getCollection("batches");
        pieces = database.getCollection("batch-pieces");
        batches.createIndex(Indexes.ascending("state", "leasedUntil"));
    }

    private static String id(Batch batch) {
        return batch.district() + '|' + batch.id();
    }

    @Override
    public boolean receive(Batch batch, InputStream body) throws IOException {
        Optional<Batch> known = find(batch.district(), batch.id());
        if (known.isPresent() && known.get().state() != Batch.State.UPLOADING) return false;
        if (known.isEmpty() && !insert(batch)) return false;
        long bytes = 0;
        int number = 0;
        for (byte[] piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            Document stored = new Document("_id", piece(id(batch), number++)).append("bytes", new Binary(piece));
            pieces.replaceOne(eq("_id", stored.getString("_id")), stored, new ReplaceOptions().upsert(true));
            bytes += piece.length;
        }
        pieces.deleteMany(and(gte("_id", piece(id(batch), number)), lt("_id", id(batch) + "|~")));
        Document uploaded = BatchCodec.write(batch.uploaded(bytes)).append("leasedUntil", Date.from(Instant.EPOCH));
        uploaded.remove("_id");
        return batches.updateOne(
                                and(eq("_id", id(batch)), eq("state", Batch.State.UPLOADING.name())),
                                new Document("$set", uploaded))
                        .getMatchedCount()
                == 1;
    }

    private boolean insert(Batch batch) {
        try {
            batches.insertOne(BatchCodec.write(batch));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCode() == DUPLICATE_KEY) return false;
            throw e;
        }
    }

    private static String piece(String batch, int number) {
        return "%s|%08d".formatted(batch, number);
    }

    @Override
    public Optional<Batch> find(String district, String id) {
        return Optional.ofNullable(batches.find(eq("_id", district + '|' + id)).first())
                .map(BatchCodec::read);
    }

    @Override
    public Optional<Batch> claim(String worker, Duration lease) {
        Instant now = Instant.now();
        return Optional.ofNullable(batches.findOneAndUpdate(
                        and(eq("state", Batch.State.RUNNING.name()), lt("leasedUntil", Date.from(now))),
                        Updates.combine(
                                Updates.set("worker", worker), Updates.set("leasedUntil", Date.from(now.plus(lease))))))
                .map(BatchCodec::read);
    }

    @Override
    public InputStream open(Batch batch) {
        String id = id(batch);
        IntFunction<byte[]> load = number -> {
            Document piece = pieces.find(eq("_id", piece(id, number))).first();
            return piece == null
                    ? new byte[0]
                    : piece.get("bytes", Binary.class).getData();
        };
        return new SequenceInputStream(new Pieces(load, Math.ceilDiv(batch.bytes(), PIECE)));
    }

    @Override
    public boolean progress(Batch batch, String worker, Duration lease) {
        Document progress = BatchCodec.write(batch)
                .append("leasedUntil", Date.from(Instant.now().plus(lease)));
        progress.remove("_id");
        boolean ours =
                batches.updateOne(and(eq("_id", id(batch)), eq("worker", worker)), new Document("$set", progress))
                                .getMatchedCount()
                        == 1;
        if (ours && batch.finishedAt() != null)
            pieces.deleteMany(and(gte("_id", id(batch) + '|'), lt("_id", id(batch) + "|~")));
        return ours;
    }

    /** The newest batches of a district, newest first. */
    public Iterable<Batch> newest(String district, int limit) {
        return batches.find(and(gte("_id", district + '|'), lt("_id", district + "|~")))
                .sort(Sorts.descending("startedAt"))
                .limit(limit)
                .map(BatchCodec::read);
    }

    /** Loads one piece at a time. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer
    private static final class Pieces implements Enumeration<InputStream> {
        private final IntFunction<byte[]> load;
        private final long count;
        private int next;

        Pieces(IntFunction<byte[]> load, long count) {
            this.load = load;
            this.count = count;
        }

        @Override
        public boolean hasMoreElements() {
            return next < count;
        }

        @Override
        public InputStream nextElement() {
            return new ByteArrayInputStream(load.apply(next++));
        }
    }
}
