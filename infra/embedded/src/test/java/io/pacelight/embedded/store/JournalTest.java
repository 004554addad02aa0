package io.pacelight.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is done again in its order; what a kill has torn never was. */
class JournalTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> replayed(Path path) {
        List<String> changes = new ArrayList<>();
        Journal.open(
                        path,
                        (map, key, value) ->
                                changes.add(map + " " + (key == null ? "-" : new String(key, StandardCharsets.UTF_8))
                                        + " " + (value == null ? "-" : new String(value, StandardCharsets.UTF_8))),
                        UnaryOperator.identity())
                .close();
        return changes;
    }

    @Test
    void committed_changes_are_done_again_in_order_and_later_ones_are_not(@TempDir Path dir) {
        Path path = dir.resolve("journal");
        try (Journal journal = Journal.open(path, (map, key, value) -> {}, UnaryOperator.identity())) {
            journal.put("a", bytes("1"), bytes("one"));
            journal.clear("b");
            journal.commit();
            journal.remove("a", bytes("1"));
            journal.commit();
            journal.put("a", bytes("2"), bytes("never committed"));
        }

        assertThat(replayed(path)).containsExactly("a 1 one", "b - -", "a 1 -");
    }

    @Test
    void a_block_that_was_cut_off_or_damaged_and_all_after_it_are_left_out(@TempDir Path dir) throws IOException {
        Path path = dir.resolve("journal");
        long first;
        try (Journal journal = Journal.open(path, (map, key, value) -> {}, UnaryOperator.identity())) {
            journal.put("a", bytes("1"), bytes("one"));
            first = journal.commit();
            journal.put("a", bytes("2"), bytes("two"));
            journal.commit();
        }
        byte[] whole = Files.readAllBytes(path);

        for (int length = Math.toIntExact(first); length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length), StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(replayed(path)).as("cut off at %d", length).containsExactly("a 1 one");
        }
        byte[] damaged = whole.clone();
        damaged[whole.length - 1] ^= 1;
        Files.write(path, damaged, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(replayed(path)).containsExactly("a 1 one");
    }

    @Test
    void what_is_committed_after_a_full_disk_is_done_again_whatever_had_fitted_of_the_block_before(@TempDir Path dir)
            throws IOException {
        for (int room = 0; room < 40; room++) {
            Path path = dir.resolve("journal" + room);
            FillingChannel disk =
                    new FillingChannel(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            try (Journal journal = new Journal(disk)) {
                journal.put("a", bytes("1"), bytes("one"));
                journal.commit();
                disk.leaveRoomFor(room);
                journal.put("a", bytes("2"), bytes("two, which is longer than there is room"));
                assertThatThrownBy(journal::commit).hasMessageContaining("can't be written");
                disk.leaveRoomFor(Long.MAX_VALUE);
                journal.put("a", bytes("3"), bytes("three"));
                journal.commit();
            }
            assertThat(replayed(path))
                    .as("with room for %d bytes", room)
                    .containsExactly("a 1 one", "a 2 two, which is longer than there is room", "a 3 three");
        }
    }

    @Test
    void an_emptied_journal_names_its_maps_anew(@TempDir Path dir) {
        Path path = dir.resolve("journal");
        try (Journal journal = Journal.open(path, (map, key, value) -> {}, UnaryOperator.identity())) {
            journal.put("a", bytes("1"), bytes("one"));
            journal.commit();
            journal.empty();
            journal.put("a", bytes("2"), bytes("two"));
            journal.commit();
        }

        assertThat(replayed(path)).containsExactly("a 2 two");
    }
}
