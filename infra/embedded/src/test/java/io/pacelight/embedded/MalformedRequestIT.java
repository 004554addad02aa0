package io.pacelight.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.pacelight.embedded.bson.EveryType;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is no document is refused with an answer, changes nothing, and leaves the connection fit for what follows. */
class MalformedRequestIT {
    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final int MESSAGE_HEAD = HEADER + Integer.BYTES;
    private static final byte[] INSERT = EveryType.bytes(BsonDocument.parse("{insert: 'c', $db: 'm', ordered: false}"));
    private static final byte[] GOOD = EveryType.bytes(EveryType.document("d|good"));

    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> documents;

    @BeforeEach
    void open() {
        store = EmbeddedStore.start(null, 0);
        client = MongoClients.create(store.connectionString());
        documents = client.getDatabase("m").getCollection("c");
        documents.insertOne(new Document("_id", "d|before"));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void one_malformed_document_refuses_the_whole_insert() throws IOException {
        byte[] bad = EveryType.bytes(EveryType.document("d|bad"));
        bad[bad.length - 1] = 1;

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
            RawBsonDocument refused = ask(socket, INSERT, List.of(GOOD, bad));
            assertThat(refused.get("codeName").asString().getValue()).isEqualTo("InvalidBSON");
            assertThat(refused.get("ok").asDouble().getValue()).isZero();
            assertThat(ids()).containsExactly("d|before");

            RawBsonDocument accepted = ask(socket, INSERT, List.of(GOOD));
            assertThat(accepted.get("n").asInt32().getValue()).isEqualTo(1);
        }
        assertThat(documents.countDocuments(eq("_id", "d|good"))).isEqualTo(1);
    }

    @Test
    void a_malformed_command_is_refused() throws IOException {
        byte[] bad = INSERT.clone();
        bad[4] = 0x55;

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), store.port())) {
            assertThat(ask(socket, bad, List.of(GOOD))
                            .get("codeName")
                            .asString()
                            .getValue())
                    .isEqualTo("InvalidBSON");
        }
        assertThat(ids()).containsExactly("d|before");
    }

    private List<String> ids() {
        return documents.find().map(document -> document.getString("_id")).into(new ArrayList<>());
    }

    private static RawBsonDocument ask(Socket socket, byte[] command, List<byte[]> sent) throws IOException {
        byte[] list = "documents\0".getBytes(StandardCharsets.UTF_8);
        int listLength = Integer.BYTES
                + list.length
                + sent.stream().mapToInt(each -> each.length).sum();
        int length = MESSAGE_HEAD + 1 + command.length + 1 + listLength;
        ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(length).putInt(1).putInt(0).putInt(OP_MSG).putInt(0);
        message.put((byte) 0).put(command);
        message.put((byte) 1).putInt(listLength).put(list);
        sent.forEach(message::put);
        socket.getOutputStream().write(message.array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = in.readNBytes(Integer.reverseBytes(in.readInt()) - Integer.BYTES);
        int body = MESSAGE_HEAD + 1 - Integer.BYTES;
        return new RawBsonDocument(answer, body, answer.length - body);
    }
}
