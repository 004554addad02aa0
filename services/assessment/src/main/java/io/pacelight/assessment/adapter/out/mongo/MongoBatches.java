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
import org.bson.conversions.Bson;
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
        boolean ours = (known.isEmpty() && insert(batch)) || begunAnew(batch);
        if (ours) ours = keep(batch, body);
        if (!ours && find(batch.district(), batch.id()).isEmpty())
            throw new IOException("the upload took so long that it was cleared away; it has to be sent again");
        return ours;
    }

    private boolean keep(Batch batch, InputStream body) throws IOException {
        long bytes = 0;
        int number = 0;
        for (byte[] piece = body.readNBytes(PIECE); piece.length > 0; piece = body.readNBytes(PIECE)) {
            Document stored = new Document("_id", piece(id(batch), number++)).append("bytes", new Binary(piece));
            pieces.replaceOne(eq("_id", stored.getString("_id")), stored, new ReplaceOptions().upsert(true));
            bytes += piece.length;
        }
        dropPieces(batch, number);
        Document uploaded = BatchCodec.write(batch.uploaded(bytes)).append("leasedUntil", Date.from(Instant.EPOCH));
        uploaded.remove("_id");
        return batches.updateOne(uploading(batch), new Document("$set", uploaded))
                        .getMatchedCount()
                == 1;
    }

    private static Bson uploading(Batch batch) {
        return and(eq("_id", id(batch)), eq("state", Batch.State.UPLOADING.name()));
    }

    /** Whether the upload that broke off is still there to be sent once more. */
    private boolean begunAnew(Batch batch) {
        return batches.updateOne(uploading(batch), Updates.set("startedAt", Date.from(batch.startedAt())))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void clearUploads(Instant startedBefore) {
        Bson brokenOff = and(eq("state", Batch.State.UPLOADING.name()), lt("startedAt", Date.from(startedBefore)));
        for (Document stored : batches.find(brokenOff)) {
            Batch batch = BatchCodec.read(stored);
            if (batches.deleteOne(and(eq("_id", id(batch)), brokenOff)).getDeletedCount() == 1) dropPieces(batch, 0);
        }
    }

    private void dropPieces(Batch batch, int from) {
        pieces.deleteMany(and(gte("_id", piece(id(batch), from)), lt("_id", id(batch) + "|~")));
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
            if (piece == null) throw new IllegalStateException("piece " + number + " of a batch is not there");
            return piece.get("bytes", Binary.class).getData();
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
        if (ours && batch.finishedAt() != null) dropPieces(batch, 0);
        return ours;
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
