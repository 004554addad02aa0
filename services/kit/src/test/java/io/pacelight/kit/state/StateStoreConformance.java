package io.pacelight.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pacelight.events.Envelope;
import io.pacelight.events.LevelChanged;
import io.pacelight.events.PrerequisitesChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every home of state documents must keep. */
public abstract class StateStoreConformance {
    /** An empty store. */
    protected abstract StateStore<Tally> store();

    private static final Stamp FIRST = new Stamp("somebody", 1);
    private static final Stamp SECOND = new Stamp("somebody", 2);

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
        assertThat(store.save(List.of(document("d|1", 0, "a", "b")), FIRST)).isEmpty();
        StateDocument<Tally> read =
                store.load(List.of("d|1", "d|2"), stamp -> false).get("d|1");
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
    void what_a_write_has_told_is_not_read_and_what_it_has_not_told_is() {
        StateStore<Tally> store = store();
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a")), FIRST);
        store.save(List.of(document("d|2", 1, "b")), SECOND);
        Map<String, StateDocument<Tally>> loaded = store.load(List.of("d|1", "d|2"), FIRST::equals);
        assertThat(loaded.get("d|1").pending()).isEmpty();
        assertThat(loaded.get("d|2").pending()).hasSize(1);
        assertThat(loaded.get("d|1").sequence()).isEqualTo(7);
    }

    @Test
    void of_a_mixed_write_exactly_those_that_lost_are_named() {
        StateStore<Tally> store = store();
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a"), document("d|3", 0, "a")), FIRST);
        store.save(List.of(document("d|2", 1, "theirs")), new Stamp("somebody else", 1));
        assertThat(store.save(
                        List.of(
                                document("d|1", 1, "ours"),
                                document("d|2", 1, "ours"),
                                document("d|3", 0, "ours"),
                                document("d|4", 0, "ours")),
                        SECOND))
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
    void what_is_untold_is_found_by_its_last_write_and_forgotten_only_at_the_version_it_was_told_at() {
        StateStore<Tally> store = store();
        Instant now = Instant.now();
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a")), FIRST);
        store.save(List.of(document("d|2", 1, "b")), SECOND);
        assertThat(store.untold("somebody", 0, now, Duration.ZERO, 10))
                .extracting(StateDocument::id)
                .containsExactlyInAnyOrder("d|1", "d|2");
        assertThat(store.untold("somebody", 0, now, Duration.ZERO, 1)).hasSize(1);
        assertThat(store.untold("somebody else", 0, now, Duration.ZERO, 10)).isEmpty();
        assertThat(store.untold("somebody", 1, now, Duration.ZERO, 10))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualTo("d|2");
                    assertThat(found.pending()).hasSize(1);
                });
        store.forgetPending(Map.of("d|1", 1L, "d|2", 9L));
        assertThat(store.untold("somebody", 0, now, Duration.ZERO, 10))
                .extracting(StateDocument::id)
                .containsExactly("d|2");
        assertThat(store.load(List.of("d|1")).get("d|1").version()).isEqualTo(1);
    }

    @Test
    void the_latest_facts_are_read_back_whether_they_are_told_or_not_and_stay_when_nothing_is_left_to_tell() {
        StateStore<Tally> store = store();
        Envelope<?> kept = fact(3, "A", "x");
        Envelope<?> pending = fact(7, "B", "y");
        StateDocument<Tally> document = document("d|1", 0, "a");
        store.save(
                List.of(new StateDocument<>(
                        document.id(),
                        0,
                        7,
                        document.state(),
                        document.marks(),
                        List.of(pending),
                        List.of(kept, pending))),
                FIRST);
        assertThat(store.load(List.of("d|1"), stamp -> false).get("d|1").pending())
                .containsExactly(pending);
        assertThat(store.load(List.of("d|1"), stamp -> false).get("d|1").latest())
                .containsExactly(kept, pending);
        assertThat(store.load(List.of("d|1")).get("d|1").latest()).containsExactly(kept, pending);
        store.forgetPending(Map.of("d|1", 1L));
        StateDocument<Tally> told = store.load(List.of("d|1"), stamp -> false).get("d|1");
        assertThat(told.pending()).isEmpty();
        assertThat(told.latest()).containsExactly(kept, pending);
        store.save(List.of(told), SECOND);
        assertThat(store.load(List.of("d|1")).get("d|1").latest()).containsExactly(kept, pending);
    }

    private static Envelope<?> fact(long sequence, String competency, String requires) {
        return new Envelope<>(
                "id-" + sequence,
                "/pacelight/test",
                "d|1",
                sequence,
                Tally.AT,
                null,
                new PrerequisitesChanged("d", competency, List.of(requires)));
    }

    @Test
    void what_is_untold_is_left_alone_for_its_grace_whichever_clock_was_fast() {
        StateStore<Tally> store = store();
        store.save(List.of(document("d|1", 0, "a")), FIRST);
        Instant saved = store.oldestUntold("somebody", 0).orElseThrow();
        Duration grace = Duration.ofSeconds(20);
        Map.of(
                        saved.plusSeconds(21),
                        1,
                        saved.plusSeconds(19),
                        0,
                        saved,
                        0,
                        saved.minusSeconds(19),
                        0,
                        saved.minusSeconds(20),
                        1,
                        saved.minus(Duration.ofMinutes(10)),
                        1)
                .forEach((now, found) -> assertThat(store.untold("somebody", 0, now, grace, 10))
                        .as("at %s, saved at %s", now, saved)
                        .hasSize(found));
    }

    @Test
    void the_oldest_untold_event_is_known_until_all_are_forgotten() {
        StateStore<Tally> store = store();
        assertThat(store.oldestUntold("somebody", 0)).isEmpty();
        Instant before = Instant.now().plusSeconds(1);
        store.save(List.of(document("d|1", 0, "a"), document("d|2", 0, "a")), FIRST);
        assertThat(store.oldestUntold("somebody", 0))
                .hasValueSatisfying(at -> assertThat(at).isBefore(before));
        assertThat(store.oldestUntold("somebody", 1)).isEmpty();
        store.forgetPending(Map.of("d|1", 1L, "d|2", 1L));
        assertThat(store.oldestUntold("somebody", 0)).isEmpty();
    }

    @Test
    void a_writer_is_known_from_its_enlistment_until_it_is_forgotten() {
        StateStore<Tally> store = store();
        String one = store.enlist();
        String other = store.enlist();
        store.note(one, 7);
        assertThat(store.writers())
                .extracting(Writer::name, Writer::toldUpTo)
                .containsExactlyInAnyOrder(tuple(one, 7L), tuple(other, 0L));
        store.forget(one);
        assertThat(store.writers()).extracting(Writer::name).containsExactly(other);
    }
}
