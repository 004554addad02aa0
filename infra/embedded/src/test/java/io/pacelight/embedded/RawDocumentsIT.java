package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.UpdateResult;
import io.pacelight.embedded.bson.EveryType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents come out of a store byte by byte as they went in, whichever way they are written and read. */
class RawDocumentsIT {
    private static final int DUPLICATE_KEY = 11000;
    private static final int IMMUTABLE_FIELD = 66;

    @RegisterExtension
    static final TestStore STORE = new TestStore();

    private MongoCollection<RawBsonDocument> documents;

    @BeforeEach
    void empty() {
        documents = STORE.database("raw_documents_it").getCollection("documents", RawBsonDocument.class);
        documents.drop();
    }

    @Test
    void a_value_of_every_type_passes_through_an_insert_a_replacement_and_a_change_of_another_field() {
        byte[] every = EveryType.bytes(EveryType.document("d|1"));
        documents.insertOne(raw(EveryType.document("d|0")));
        documents.insertOne(raw(new BsonDocument("_id", new BsonString("d|1"))));
        documents.replaceOne(eq("_id", "d|1"), new RawBsonDocument(every));
        documents.updateOne(eq("_id", "d|1"), Updates.set("new", 1));
        documents.updateOne(eq("_id", "d|1"), Updates.unset("new"));

        assertThat(bytes(documents.find(eq("_id", "d|1")).first())).isEqualTo(every);
        assertThat(documents.find(eq("int", Integer.MIN_VALUE)).into(new ArrayList<>()))
                .hasSize(2);
    }

    @Test
    void a_document_has_its_id_first_and_one_without_gets_one() {
        STORE.database("raw_documents_it")
                .runCommand(new org.bson.Document("insert", "documents")
                        .append(
                                "documents",
                                List.of(
                                        new org.bson.Document("a", 1).append("_id", "d|1"),
                                        new org.bson.Document("a", 2))));

        assertThat(documents.find(eq("a", 1)).first().getFirstKey()).isEqualTo("_id");
        BsonDocument generated = documents.find(eq("a", 2)).first();
        assertThat(generated.getFirstKey()).isEqualTo("_id");
        assertThat(generated.getObjectId("_id").getValue()).isInstanceOf(ObjectId.class);
    }

    @Test
    void a_replacement_counts_as_matched_if_the_guard_holds_and_as_modified_if_a_byte_differs() {
        documents.insertOne(doc("d|1", 1));

        UpdateResult missed = documents.replaceOne(guard("d|1", 2), doc("d|1", 3));
        UpdateResult same = documents.replaceOne(guard("d|1", 1), doc("d|1", 1));
        UpdateResult other = documents.replaceOne(guard("d|1", 1), doc("d|1", 2));
        UpdateResult nobody = documents.replaceOne(guard("d|2", 1), doc("d|2", 2));

        assertThat(counts(missed, same, other, nobody)).containsExactly("0/0", "1/0", "1/1", "0/0");
        assertThat(documents.find().into(new ArrayList<>())).containsExactly(doc("d|1", 2));
    }

    @Test
    void guarded_fields_are_set_where_they_stand() {
        documents.insertOne(raw(BsonDocument.parse("{_id: 'd|1', v: 1, out: [{a: 1}], pending: true, w: 'x'}")));
        var forget = Updates.combine(Updates.set("out", List.of()), Updates.set("pending", false));

        int matched = documents
                .bulkWrite(
                        List.of(
                                new UpdateOneModel<>(guard("d|1", 1), forget),
                                new UpdateOneModel<>(guard("d|1", 2), forget)),
                        new BulkWriteOptions().ordered(false))
                .getMatchedCount();

        assertThat(matched).isEqualTo(1);
        assertThat(documents.find().first())
                .isEqualTo(raw(BsonDocument.parse("{_id: 'd|1', v: 1, out: [], pending: false, w: 'x'}")));
    }

    @Test
    void a_replacement_can_not_change_the_id() {
        documents.insertOne(doc("d|1", 1));

        MongoWriteException refused = catchThrowableOfType(
                MongoWriteException.class, () -> documents.replaceOne(eq("_id", "d|1"), doc("d|2", 1)));

        assertThat(refused.getCode()).isEqualTo(IMMUTABLE_FIELD);
        assertThat(documents.find().into(new ArrayList<>())).containsExactly(doc("d|1", 1));
    }

    @Test
    void an_index_on_a_list_follows_a_replacement() {
        documents.createIndex(Indexes.ascending("classes"));
        documents.insertOne(raw(BsonDocument.parse("{_id: 'd|1', classes: ['math', 'art']}")));

        documents.replaceOne(
                eq("_id", "d|1"), raw(BsonDocument.parse("{_id: 'd|1', classes: ['art', 'music'], v: 2}")));

        assertThat(List.of(found("math"), found("art"), found("music"))).containsExactly(0, 1, 1);
    }

    @Test
    void an_unordered_bulk_does_what_a_unique_index_allows_and_an_ordered_one_ends_at_the_first_refusal() {
        documents.createIndex(Indexes.ascending("v"), new IndexOptions().unique(true));
        documents.insertMany(List.of(doc("d|1", 1), doc("d|2", 2)));
        List<WriteModel<RawBsonDocument>> replacements = List.of(
                new ReplaceOneModel<>(eq("_id", "d|1"), doc("d|1", 2)),
                new ReplaceOneModel<>(eq("_id", "d|2"), doc("d|2", 3)));

        MongoBulkWriteException ordered =
                catchThrowableOfType(MongoBulkWriteException.class, () -> documents.bulkWrite(replacements));
        assertThat(documents.find(eq("_id", "d|2")).first()).isEqualTo(doc("d|2", 2));
        MongoBulkWriteException unordered = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.bulkWrite(replacements, new BulkWriteOptions().ordered(false)));
        MongoBulkWriteException inserts = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> documents.insertMany(
                        List.of(doc("d|3", 1), doc("d|1", 9), doc("d|4", 4)), new InsertManyOptions().ordered(false)));

        assertThat(List.of(codes(ordered), codes(unordered), codes(inserts)))
                .containsExactly(List.of(DUPLICATE_KEY), List.of(DUPLICATE_KEY), List.of(DUPLICATE_KEY, DUPLICATE_KEY));
        assertThat(documents.find().into(new ArrayList<>()))
                .containsExactlyInAnyOrder(doc("d|1", 1), doc("d|2", 3), doc("d|4", 4));
    }

    @Test
    void a_document_of_nearly_the_largest_size_passes_through() {
        RawBsonDocument huge = raw(new BsonDocument("_id", new BsonString("d|1"))
                .append("v", new BsonInt32(1))
                .append("filling", new BsonString("x".repeat(16_000_000))));

        documents.insertOne(huge);
        documents.replaceOne(guard("d|1", 1), huge);

        assertThat(bytes(documents.find(eq("_id", "d|1")).first())).isEqualTo(bytes(huge));
    }

    @Test
    void a_bulk_that_takes_several_messages_is_done_whole() {
        documents.insertMany(
                IntStream.range(0, 2_500).mapToObj(n -> doc("d|" + n, 1)).toList());
        List<ReplaceOneModel<RawBsonDocument>> replacements = IntStream.range(0, 2_500)
                .mapToObj(n -> new ReplaceOneModel<>(guard("d|" + n, 1), doc("d|" + n, 2)))
                .toList();

        assertThat(documents.bulkWrite(replacements).getMatchedCount()).isEqualTo(2_500);
        assertThat(documents.countDocuments(eq("v", 2))).isEqualTo(2_500);
    }

    private static byte[] bytes(RawBsonDocument document) {
        ByteBuf buffer = document.getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private int found(String element) {
        return documents.find(eq("classes", element)).into(new ArrayList<>()).size();
    }

    private static List<Integer> codes(MongoBulkWriteException refused) {
        return refused.getWriteErrors().stream().map(error -> error.getCode()).toList();
    }

    private static List<String> counts(UpdateResult... results) {
        return java.util.Arrays.stream(results)
                .map(result -> result.getMatchedCount() + "/" + result.getModifiedCount())
                .toList();
    }

    private static org.bson.conversions.Bson guard(String id, int version) {
        return and(eq("_id", id), eq("v", version));
    }

    private static RawBsonDocument doc(String id, int version) {
        return raw(new BsonDocument("_id", new BsonString(id)).append("v", new BsonInt32(version)));
    }

    private static RawBsonDocument raw(BsonDocument document) {
        return new RawBsonDocument(EveryType.bytes(document));
    }
}
