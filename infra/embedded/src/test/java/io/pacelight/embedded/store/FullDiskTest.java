package io.pacelight.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import io.pacelight.embedded.bson.BsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that could not be kept is seen by nobody until it is. */
class FullDiskTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @AfterEach
    void close() {
        channel.close().syncUninterruptibly();
    }

    @Test
    void what_a_full_disk_did_not_take_is_not_read_and_what_is_read_again_outlives_a_kill(@TempDir Path dir)
            throws IOException {
        FillingChannel[] disk = new FillingChannel[1];
        OrderedBackend store =
                new OrderedBackend(StoreFile.open(dir.resolve("store"), file -> disk[0] = new FillingChannel(file)));
        try {
            insert(store, 1);
            disk[0].leaveRoomFor(0);
            assertThatThrownBy(() -> insert(store, 2)).isInstanceOf(UncheckedIOException.class);

            assertThatThrownBy(() -> count(store))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("can't be written");
            disk[0].leaveRoomFor(Long.MAX_VALUE);
            assertThat(count(store)).as("kept by the next command").isEqualTo(2);

            Path killed = Files.createDirectory(dir.resolve("killed"));
            for (String file : List.of("store", "store.journal")) Files.copy(dir.resolve(file), killed.resolve(file));
            OrderedBackend next = OrderedBackend.open(killed.resolve("store"));
            try {
                assertThat(count(next)).isEqualTo(2);
            } finally {
                next.close();
            }
        } finally {
            store.close();
        }
    }

    private void insert(OrderedBackend into, int id) {
        into.handleCommand(
                channel,
                "d",
                "insert",
                new Document("insert", "c").append("documents", List.of(BsonWriter.encode(new Document("_id", id)))));
    }

    private int count(OrderedBackend in) {
        Document found = in.handleCommand(channel, "d", "find", new Document("find", "c"));
        return ((List<?>) ((Document) found.get("cursor")).get("firstBatch")).size();
    }
}
