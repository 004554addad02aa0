package io.pacelight.roster.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import io.pacelight.events.Keys;
import io.pacelight.roster.application.job.ImportJob;
import io.pacelight.roster.application.job.ImportState;
import io.pacelight.roster.application.job.Imports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** Imports in {@code imports}, their uploads in pieces in {@code uploads}, one lane a district in {@code lanes}. */
public final class MongoImports implements Imports {
    private static final int PIECE = 1 << 20;
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final MongoCollection<Document> jobs;
    private final MongoCollection<Document> uploads;
    private final MongoCollection<Document> lanes;

    public MongoImports(MongoDatabase database) {
        this.jobs = database.getCollection("imports");
        this.uploads = database.getCollection("uploads");
        this.lanes = database.getCollection("lanes");
        jobs.createIndex(Indexes.ascending("district", "createdAt"));
        jobs.createIndex(Indexes.ascending("state", "createdAt"));
    }

    @Override
    public ImportJob create(ImportJob job, InputStream upload) throws IOException {
        byte[] buffer = new byte[PIECE];
        int n = upload.readNBytes(buffer, 0, PIECE);
        for (int piece = 0; n > 0; piece++) {
            uploads.insertOne(new Document("_id", pieceId(job, piece))
                    .append("bytes", new Binary(n == PIECE ? buffer : Arrays.copyOf(buffer, n))));
            n = upload.readNBytes(buffer, 0, PIECE);
        }
        ImportJob stored = job.at(1);
        jobs.insertOne(ImportJobCodec.write(stored));
        return stored;
    }

    private static String pieceId(ImportJob job, int piece) {
        return Keys.of(job.district(), job.id(), "%08d".formatted(piece));
    }

    @Override
    public Optional<ImportJob> find(String district, String id) {
        return Optional.ofNullable(jobs.find(eq("_id", Keys.of(district, id))).first())
                .map(ImportJobCodec::read);
    }

    @Override
    public List<ImportJob> list(String district, int limit) {
        return read(jobs.find(eq("district", district))
                .sort(Sorts.descending("createdAt"))
                .limit(limit));
    }

    @Override
    public List<ImportJob> open(int limit) {
        List<String> states = Arrays.stream(ImportState.values())
                .filter(ImportState::isOpen)
                .map(Enum::name)
                .toList();
        return read(jobs.find(in("state", states))
                .sort(Sorts.ascending("createdAt"))
                .limit(limit));
    }

    private static List<ImportJob> read(Iterable<Document> documents) {
        List<ImportJob> read = new ArrayList<>();
        documents.forEach(document -> read.add(ImportJobCodec.read(document)));
        return read;
    }

    @Override
    public Optional<ImportJob> save(ImportJob job) {
        ImportJob next = job.at(job.version() + 1);
        long matched = jobs.replaceOne(
                        and(eq("_id", Keys.of(job.district(), job.id())), eq("v", job.version())),
                        ImportJobCodec.write(next))
                .getMatchedCount();
        return matched == 1 ? Optional.of(next) : Optional.empty();
    }

    @Override
    public boolean hold(String district, String owner) {
        Instant now = Instant.now();
        Document mine =
                new Document("_id", district).append("owner", owner).append("until", Date.from(now.plus(LEASE)));
        Document lane = lanes.find(eq("_id", district)).first();
        if (lane == null) {
            try {
                lanes.insertOne(mine);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        }
        boolean free = owner.equals(lane.getString("owner"))
                || lane.getDate("until").toInstant().isBefore(now);
        return free
                && lanes.replaceOne(
                                        and(
                                                eq("_id", district),
                                                eq("owner", lane.getString("owner")),
                                                eq("until", lane.getDate("until"))),
                                        mine)
                                .getMatchedCount()
                        == 1;
    }

    @Override
    public void release(String district, String owner) {
        lanes.deleteOne(and(eq("_id", district), eq("owner", owner)));
    }

    @Override
    public void unpack(ImportJob job, Path target) throws IOException {
        String prefix = Keys.of(job.district(), job.id());
        try (OutputStream out = Files.newOutputStream(target)) {
            for (Document piece : uploads.find(and(gt("_id", prefix + "|"), lt("_id", prefix + "}")))
                    .sort(Sorts.ascending("_id"))
                    .batchSize(4)) {
                out.write(piece.get("bytes", Binary.class).getData());
            }
        }
    }

    @Override
    public void dropUpload(ImportJob job) {
        String prefix = Keys.of(job.district(), job.id());
        uploads.deleteMany(and(gt("_id", prefix + "|"), lt("_id", prefix + "}")));
    }
}
