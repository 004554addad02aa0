package io.pacelight.assessment.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.pacelight.assessment.application.Batch;
import io.pacelight.embedded.TestPlatform;
import io.pacelight.kit.security.AccessScope;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MongoBatchesIT {
    private static final Instant BEGUN = Instant.parse("2026-10-14T15:00:00Z");
    private static final int TWO_PIECES = 1024 * 1024 + 1;
    private static final MongoClient CLIENT = MongoClients.create(TestPlatform.mongoUri());

    private final MongoDatabase database = CLIENT.getDatabase("batches-" + UUID.randomUUID());
    private final MongoBatches batches = new MongoBatches(database);

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    private static Batch begun(Instant at) {
        return new Batch(
                "d",
                "b1",
                Batch.State.UPLOADING,
                Batch.Format.CSV,
                "stf_1",
                AccessScope.everything("d"),
                BEGUN,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                at,
                null);
    }

    private static InputStream whole() {
        return new ByteArrayInputStream(new byte[TWO_PIECES]);
    }

    private static InputStream breakingOff() {
        return new FilterInputStream(whole()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = super.read(into, offset, length);
                if (read < 0) throw new IOException("connection reset");
                return read;
            }
        };
    }

    private void breakOff(Instant at) {
        assertThatThrownBy(() -> batches.receive(begun(at), breakingOff())).hasMessage("connection reset");
    }

    private long pieces() {
        return database.getCollection("batch-pieces").countDocuments();
    }

    @Test
    void an_upload_that_broke_off_may_be_sent_again_and_is_cleared_away_if_it_is_not() throws IOException {
        breakOff(BEGUN);
        assertThat(pieces()).isEqualTo(1);
        batches.clearUploads(BEGUN);
        assertThat(batches.find("d", "b1")).isPresent();
        batches.clearUploads(BEGUN.plusMillis(1));
        assertThat(batches.find("d", "b1")).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void who_sends_again_has_as_long_as_somebody_new() throws IOException {
        breakOff(BEGUN);
        breakOff(BEGUN.plusSeconds(60));
        batches.clearUploads(BEGUN.plusSeconds(1));
        assertThat(batches.receive(begun(BEGUN.plusSeconds(120)), whole())).isTrue();
        batches.clearUploads(BEGUN.plus(Duration.ofDays(9)));
        Batch waiting = batches.claim("worker", Duration.ofSeconds(30)).orElseThrow();
        assertThat(batches.open(waiting).readAllBytes()).hasSize(TWO_PIECES);
    }

    @Test
    void a_file_of_which_a_piece_is_missing_is_not_read_as_if_it_were_whole() throws IOException {
        batches.receive(begun(BEGUN), whole());
        Batch waiting = batches.claim("worker", Duration.ofSeconds(30)).orElseThrow();
        database.getCollection("batch-pieces").deleteOne(new Document("_id", "d|b1|00000000"));
        assertThatThrownBy(() -> batches.open(waiting).readAllBytes()).hasMessage("piece 0 of a batch is not there");
    }
}
