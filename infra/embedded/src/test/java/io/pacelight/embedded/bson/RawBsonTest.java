package io.pacelight.embedded.bson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

/** What came as well-formed bytes can be read, and leaves as the same bytes. */
class RawBsonTest {
    private static final int INVALID_BSON = 22;
    private static final long SEED = 20260302;
    private static final byte[] EVERY_TYPE = bytes(EveryType.document("d|1"));

    @Test
    void a_value_of_every_type_is_written_as_it_was_read() {
        RawBson received = received(EVERY_TYPE);

        assertThat(BsonWriter.encode(received.decode()).toBytes()).isEqualTo(EVERY_TYPE);
    }

    @Test
    void of_the_fields_named_those_that_are_there_are_decoded() {
        Document some = received(EVERY_TYPE).decode(Fields.of("int", "boolean", "nowhere"));

        assertThat(some).isEqualTo(new Document("boolean", true).append("int", Integer.MIN_VALUE));
    }

    @Test
    void fields_are_the_same_if_their_bytes_are() {
        RawBson before = received(bytes(new BsonDocument("a", new BsonInt32(1)).append("b", new BsonInt32(2))));
        RawBson after = received(bytes(new BsonDocument("a", new BsonInt32(1)).append("b", new BsonInt32(3))));
        RawBson without = received(bytes(new BsonDocument("b", new BsonInt32(3))));

        assertThat(before.sameIn(Fields.of("a"), after)).isTrue();
        assertThat(before.sameIn(Fields.of("b"), after)).isFalse();
        assertThat(after.sameIn(Fields.of("a", "b"), without)).isFalse();
        assertThat(without.sameIn(Fields.of("a", "b"), after)).isFalse();
        assertThat(after.sameIn(Fields.of("c"), without)).isTrue();
    }

    @Test
    void a_document_that_is_cut_off_is_refused_wherever_the_cut_is() {
        for (int length = 0; length < EVERY_TYPE.length; length++)
            assertThat(refusal(Arrays.copyOf(EVERY_TYPE, length))).isEqualTo(INVALID_BSON);
    }

    @Test
    void what_is_not_refused_can_be_read_whatever_has_been_changed_in_it() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = EVERY_TYPE.clone();
            for (int i = 0; i <= random.nextInt(3); i++)
                changed[random.nextInt(changed.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0);
            try {
                BsonWriter.encode(received(changed).decode());
            } catch (MongoServerError malformed) {
                assertThat(malformed.getCode())
                        .as("seed %d round %d", SEED, round)
                        .isEqualTo(INVALID_BSON);
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_000);
    }

    @Test
    void documents_within_documents_end_somewhere() {
        BsonDocument deep = new BsonDocument();
        for (int i = 0; i < 300; i++) deep = new BsonDocument("d", deep);

        assertThat(refusal(bytes(deep))).isEqualTo(INVALID_BSON);
    }

    private static int refusal(byte[] bytes) {
        return catchThrowableOfType(MongoServerError.class, () -> received(bytes))
                .getCode();
    }

    private static RawBson received(byte[] bytes) {
        return RawBson.received(bytes, 0, bytes.length);
    }

    private static byte[] bytes(BsonDocument document) {
        return EveryType.bytes(document);
    }
}
