package io.pacelight.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.LevelChanged;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateFolderTest {
    private final InMemoryStates<Tally> states = new InMemoryStates<>();
    private final List<Envelope<?>> topic = new ArrayList<>();
    private boolean brokerDown;
    private StateFolder<Tally, String> folder = restarted();

    /** A new process: the same store and broker, nothing remembered. */
    private StateFolder<Tally, String> restarted() {
        return new StateFolder<>("/pacelight/test", states, Tally.MACHINE, events -> {
            if (brokerDown) throw new EventPublisher.NotPublished("down", new IllegalStateException());
            topic.addAll(events);
        });
    }

    private static Input<String> input(String document, String value, long sequence) {
        return new Input<>(document, "cause-" + value, new Mark("source", sequence), value);
    }

    private Tally tally(String id) {
        return states.load(List.of(id)).get(id).state();
    }

    private List<String> told() {
        return topic.stream()
                .map(event -> ((LevelChanged) event.data()).because())
                .toList();
    }

    @Test
    void a_batch_is_one_read_and_one_write_however_many_documents_it_touches() {
        List<Input<String>> inputs = new ArrayList<>();
        for (int i = 0; i < 500; i++) inputs.add(input("d|stu_" + i % 250, "a" + i, i + 1));
        folder.fold(inputs);
        assertThat(states.loads).isEqualTo(1);
        assertThat(states.saves).isEqualTo(1);
        assertThat(topic).hasSize(500);
    }

    @Test
    void redelivery_changes_nothing_and_publishes_nothing_that_is_known_to_have_arrived() {
        folder.fold(List.of(input("d|1", "a", 1), input("d|1", "b", 2)));
        Folded<Tally> again = folder.fold(List.of(input("d|1", "a", 1), input("d|1", "b", 2)));
        assertThat(tally("d|1").told()).isEqualTo(2);
        assertThat(again.absorbed()).isZero();
        assertThat(told()).containsExactly("a", "b");
    }

    @Test
    void a_crash_between_write_and_publish_is_healed_by_redelivery_under_the_same_ids() {
        brokerDown = true;
        assertThatThrownBy(() -> folder.fold(List.of(input("d|1", "a", 1))))
                .isInstanceOf(EventPublisher.NotPublished.class);
        brokerDown = false;
        folder = restarted();
        folder.fold(List.of(input("d|1", "a", 1)));
        folder = restarted();
        folder.fold(List.of(input("d|1", "a", 1)));
        assertThat(tally("d|1").told()).isEqualTo(1);
        assertThat(topic)
                .extracting(Envelope::id)
                .hasSize(2)
                .containsOnly(topic.getFirst().id());
        assertThat(topic).extracting(Envelope::sequence).containsOnly(1L);
    }

    @Test
    void every_writer_carries_forward_and_publishes_in_sequence_what_an_earlier_one_left() {
        brokerDown = true;
        folder.command("d|1", "command-1", state -> Tally.MACHINE.apply(state, "by command"));
        brokerDown = false;
        folder = restarted();
        folder.fold(List.of(input("d|1", "a", 1)));
        assertThat(told()).containsExactly("by command", "a");
        assertThat(topic).extracting(Envelope::sequence).containsExactly(1L, 2L);
    }

    @Test
    void losing_the_guard_reads_and_folds_again_before_anything_is_published() {
        StateFolder<Tally, String> other = restarted();
        states.beforeSave = () -> other.fold(List.of(input("d|1", "theirs", 1)));
        Folded<Tally> folded = folder.fold(List.of(new Input<>("d|1", "cause-ours", new Mark("ours", 1), "ours")));
        assertThat(folded.conflicts()).isEqualTo(1);
        assertThat(tally("d|1").seen()).containsExactly("ours", "theirs");
        assertThat(topic).extracting(Envelope::sequence).startsWith(1L).endsWith(2L);
    }

    @Test
    void an_input_that_the_rules_cannot_take_is_named_without_its_values_and_holds_up_no_other() {
        Folded<Tally> folded = folder.fold(
                List.of(input("d|1", "a", 1), input("d|1", "poison", 2), input("d|1", "b", 3), input("d|2", "c", 1)));
        assertThat(tally("d|1").seen()).containsExactly("a", "b");
        assertThat(tally("d|2").seen()).containsExactly("c");
        assertThat(folded.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.cause()).isEqualTo("cause-poison");
            assertThat(rejected.reason()).contains("IllegalStateException").doesNotContain("secret");
        });
    }

    @Test
    void a_refusal_of_a_command_changes_nothing() {
        assertThatThrownBy(() -> folder.command("d|1", "c", state -> {
                    throw new IllegalArgumentException("not in this state");
                }))
                .hasMessage("not in this state");
        assertThat(states.load(List.of("d|1"))).isEmpty();
    }

    @Test
    void the_sweeper_tells_once_what_a_dead_process_left() {
        brokerDown = true;
        folder.command("d|1", "command-1", state -> Tally.MACHINE.apply(state, "left"));
        brokerDown = false;
        folder = restarted();
        assertThat(folder.sweep(Instant.EPOCH, Duration.ZERO, 10)).isEqualTo(1);
        assertThat(told()).containsExactly("left");
        assertThat(folder.sweep(Instant.EPOCH, Duration.ZERO, 10)).isZero();
    }

    @Test
    void what_a_process_told_and_noted_before_it_ended_nobody_tells_again() {
        folder.fold(List.of(input("d|1", "a", 1), input("d|2", "b", 1)));
        folder.note();
        folder = restarted();
        assertThat(folder.sweep(Instant.EPOCH, Duration.ZERO, 10)).isZero();
        folder.fold(List.of(input("d|1", "c", 2)));
        assertThat(told()).containsExactly("a", "b", "c");
    }

    @Test
    void what_a_process_told_and_did_not_note_is_told_again_under_the_same_ids() {
        folder.fold(List.of(input("d|1", "a", 1)));
        folder = restarted();
        assertThat(folder.sweep(Instant.EPOCH, Duration.ZERO, 10)).isEqualTo(1);
        assertThat(told()).containsExactly("a", "a");
        assertThat(topic).extracting(Envelope::id).containsOnly(topic.getFirst().id());
    }

    @Test
    void one_write_that_was_not_told_has_only_the_next_one_told_again() {
        brokerDown = true;
        folder.command("d|1", "command-1", state -> Tally.MACHINE.apply(state, "left"));
        brokerDown = false;
        folder.fold(List.of(input("d|2", "a", 1)));
        folder.fold(List.of(input("d|3", "b", 1)));
        folder.fold(List.of(input("d|4", "c", 1)));
        folder.note();
        folder = restarted();
        folder.sweep(Instant.EPOCH, Duration.ZERO, 10);
        assertThat(told()).startsWith("a", "b", "c");
        assertThat(told().subList(3, 5)).containsExactlyInAnyOrder("left", "a");
        assertThat(told()).hasSize(5);
    }

    @Test
    void a_write_that_may_have_arrived_after_its_failure_is_found_by_the_sweeper() {
        states.beforeSave = () -> {
            throw new IllegalStateException("no answer");
        };
        assertThatThrownBy(() -> folder.fold(List.of(input("d|1", "a", 1)))).hasMessage("no answer");
        StateDocument<Tally> late = new StateDocument<>(
                "d|1",
                0,
                1,
                Tally.MACHINE.apply(Tally.MACHINE.initial("d|1"), "a").state(),
                Map.of("source", 1L),
                List.of(new Envelope<>(
                        "id",
                        "/pacelight/test",
                        "d|1",
                        1,
                        Instant.EPOCH,
                        null,
                        new LevelChanged("d", "stu_1", "M.1", null, BigDecimal.ONE, "a"))));
        folder.fold(List.of(input("d|2", "b", 1)));
        folder.fold(List.of(input("d|3", "c", 1)));
        folder.note();
        states.save(List.of(late), new Stamp(states.writers().getFirst().name(), 1));
        folder.sweep(Instant.EPOCH, Duration.ZERO, 10);
        assertThat(told()).contains("a").containsOnlyOnce("c");
    }

    @Test
    void a_sweep_never_takes_an_event_that_was_added_meanwhile() {
        brokerDown = true;
        folder.command("d|1", "command-1", state -> Tally.MACHINE.apply(state, "left"));
        StateFolder<Tally, String> sweeping = new StateFolder<>("/pacelight/test", states, Tally.MACHINE, events -> {
            folder.command("d|1", "command-2", state -> Tally.MACHINE.apply(state, "later"));
            topic.addAll(events);
        });
        sweeping.sweep(Instant.EPOCH, Duration.ZERO, 10);
        assertThat(states.load(List.of("d|1"), stamp -> false).get("d|1").pending())
                .extracting(event -> ((LevelChanged) event.data()).because())
                .contains("later");
    }

    @Test
    void whoever_enlists_while_a_batch_is_being_read_is_not_taken_for_one_struck_off() {
        brokerDown = true;
        folder.command("d|1", "command-1", state -> Tally.MACHINE.apply(state, "left"));
        StateFolder<Tally, String> newcomer = restarted();
        states.beforeReading("d|2", () -> {
            newcomer.command("d|2", "command-2", state -> Tally.MACHINE.apply(state, "left as well"));
            brokerDown = false;
        });
        folder = restarted();
        folder.fold(List.of(input("d|1", "a", 1), input("d|2", "b", 1)));
        assertThat(told()).containsExactly("left", "a", "left as well", "b");
    }

    @Test
    void recalling_a_document_does_not_take_what_a_command_could_not_tell_for_told() {
        Envelope<?> own = new Envelope<>(
                "id",
                "/pacelight/test",
                "d|1",
                5,
                Instant.EPOCH,
                null,
                new LevelChanged("d", "stu_1", "M.1", null, BigDecimal.ONE, "own"));
        StateMachine<Tally, String> remembering = new StateMachine<>() {
            @Override
            public Tally initial(String document) {
                return Tally.MACHINE.initial(document);
            }

            @Override
            public Step<Tally> apply(Tally state, String input) {
                return Tally.MACHINE.apply(state, input);
            }

            @Override
            public Set<Class<? extends Event>> tells() {
                return Set.of(LevelChanged.class);
            }

            @Override
            public Tally recall(Tally state, Event told, Instant at) {
                return state;
            }
        };
        StateFolder<Tally, String> rebuilding =
                new StateFolder<>("/pacelight/test", states, remembering, topic::addAll);
        brokerDown = true;
        folder.command("d|1", "command-1", state -> Tally.MACHINE.apply(state, "left"));
        brokerDown = false;
        rebuilding.recall(List.of(own));
        rebuilding.note();
        restarted().sweep(Instant.EPOCH, Duration.ZERO, 10);
        assertThat(told()).containsExactly("left");
    }

    @Test
    void the_outbox_has_an_age_only_while_something_is_untold() {
        folder.fold(List.of(input("d|1", "a", 1)));
        assertThat(folder.oldestPending()).isEmpty();
        brokerDown = true;
        folder.command("d|2", "command-1", state -> Tally.MACHINE.apply(state, "left"));
        assertThat(folder.oldestPending()).isPresent();
        brokerDown = false;
        folder.sweep(Instant.EPOCH, Duration.ZERO, 10);
        assertThat(folder.oldestPending()).isEmpty();
    }

    @Test
    void a_writer_that_has_long_been_silent_and_left_nothing_is_struck_off() {
        folder.fold(List.of(input("d|1", "a", 1)));
        folder.note();
        String silent = states.writers().getFirst().name();
        folder = restarted();
        folder.sweep(Instant.EPOCH.plus(Duration.ofDays(31)), Duration.ZERO, 10);
        assertThat(states.writers()).extracting(Writer::name).doesNotContain(silent);
        folder.fold(List.of(input("d|1", "b", 2)));
        assertThat(told()).containsExactly("a", "b");
    }

    @Test
    void two_inputs_of_one_cause_give_events_with_two_ids() {
        folder.fold(List.of(
                new Input<>("d|1", "one cause", new Mark("x", 1), "a"),
                new Input<>("d|1", "one cause", new Mark("y", 1), "b")));
        assertThat(topic).extracting(Envelope::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_cause_that_comes_again_and_leads_to_something_else_gives_it_an_id_of_its_own() {
        Input<String> input = new Input<>("d|1", "cause", null, "judged under the rules of the day");
        folder.fold(List.of(input));
        folder.fold(List.of(input));
        assertThat(topic).extracting(Envelope::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void what_is_stored_for_a_waiting_caller_is_accepted_although_the_broker_is_down_and_told_later() {
        brokerDown = true;
        Folded<Tally> accepted = folder.accept(List.of(input("d|1", "a", 1)));
        assertThat(accepted.absorbed()).isEqualTo(1);
        assertThat(topic).isEmpty();
        brokerDown = false;
        folder.sweep(Instant.EPOCH, Duration.ZERO, 10);
        assertThat(told()).containsExactly("a");
    }
}
