package io.pacelight.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pacelight.events.Envelope;
import io.pacelight.events.LevelChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every home of state documents must keep. */
public abstract class StateStoreConformance {
    /** An empty store. */
    protected abstract StateStore<Tally> store();

    private static StateDocument<Tally> document(String id, long version, String... seen) {
        LevelChanged told = new LevelChanged("d", "stu_1", "M.1", new BigDecimal("2.4"), new BigDecimal("3"), "a");
        Envelope<LevelChanged> event = new Envelope<>(
                "id-" + id, "/pacelight/test", id, 7, Instant.parse("2026-10-14T14:00:00.123456789Z"), null, told);
        return new StateDocument<>(
                id,
                version,
                7,
                new Tally(new TreeSet<>(List.of(seen)), seen.length),
                Map.of("a.b$c", 3L),
                List.of(event));
    }

    @Test
    void what_was_saved_is_read_back_whole() {
        StateStore<Tally> store = store();
        assertThat(store.save(List.of(document("d|1", 0, "a", "b")))).isEmpty();
        StateDocument<Tally> read = store.load(List.of("d|1", "d|2")).get("d|1");
        assertThat(read)
                .isEqualTo(new StateDocument<>(
                        "d|1",
                        1,
                        7,
                        new Tally(new TreeSet<>(List.of("a", "b")), 2),
                        Map.of("a.b$c", 3L),
                        document("d|1", 0).pending()));
        assertThat(store.load(List.of("d|1", "d|2"))).hasSize(1);
    }

    @Test
    void of_a_mixed_write_exactly_those_that_lost_are_named() {
        StateStore<Tally> store = store();
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a"), document("d|3", 0, "a")));
        store.save(List.of(document("d|2", 1, "theirs")));
        assertThat(store.save(List.of(
                        document("d|1", 1, "ours"),
                        document("d|2", 1, "ours"),
                        document("d|3", 0, "ours"),
                        document("d|4", 0, "ours"))))
                .containsExactlyInAnyOrder("d|2", "d|3");
        assertThat(store.load(List.of("d|1", "d|2", "d|3", "d|4")).values())
                .extracting(
                        StateDocument::id,
                        StateDocument::version,
                        d -> d.state().seen().first())
                .containsExactlyInAnyOrder(
                        tuple("d|1", 2L, "ours"),
                        tuple("d|2", 2L, "theirs"),
                        tuple("d|3", 1L, "a"),
                        tuple("d|4", 1L, "ours"));
    }

    @Test
    void pending_events_are_found_and_forgotten_only_at_the_version_they_were_told_at() {
        StateStore<Tally> store = store();
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a")));
        assertThat(store.withPending(Instant.now().plusSeconds(60), 10)).hasSize(2);
        store.forgetPending(Map.of("d|1", 1L, "d|2", 9L));
        assertThat(store.withPending(Instant.now().plusSeconds(60), 10))
                .extracting(StateDocument::id)
                .containsExactly("d|2");
        assertThat(store.load(List.of("d|1")).get("d|1").version()).isEqualTo(1);
    }

    @Test
    void the_oldest_pending_event_is_known_until_all_are_forgotten() {
        StateStore<Tally> store = store();
        assertThat(store.oldestPending()).isEmpty();
        Instant before = Instant.now().plusSeconds(1);
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a")));
        assertThat(store.oldestPending())
                .hasValueSatisfying(at -> assertThat(at).isBefore(before));
        store.forgetPending(Map.of("d|1", 1L, "d|2", 1L));
        assertThat(store.oldestPending()).isEmpty();
    }
}
