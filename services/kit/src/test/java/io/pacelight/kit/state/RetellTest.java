package io.pacelight.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.PrerequisitesChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of a compacted topic the last record of each key stays, so that has to be the latest fact of its document. */
class RetellTest {
    /** A document of several keys: {@code "A=x"} tells under the key of A that it requires x. */
    private static final StateMachine<Map<String, String>, String> MACHINE = new StateMachine<>() {
        @Override
        public Map<String, String> initial(String document) {
            return Map.of();
        }

        @Override
        public Step<Map<String, String>> apply(Map<String, String> state, String input) {
            Map<String, String> next = new TreeMap<>(state);
            String[] part = input.split("=", 2);
            next.put(part[0], part[1]);
            return new Step<>(
                    next, List.of(new Emission(new PrerequisitesChanged("d", part[0], List.of(part[1])), Tally.AT)));
        }

        @Override
        public Set<Class<? extends Event>> tells() {
            return Set.of(PrerequisitesChanged.class);
        }
    };

    private final InMemoryStates<Map<String, String>> states = new InMemoryStates<>();
    private final List<Envelope<?>> topic = new ArrayList<>();
    private boolean brokerDown;
    private StateFolder<Map<String, String>, String> folder = process();

    /** Another process, or the same one after a restart. */
    private StateFolder<Map<String, String>, String> process() {
        return new StateFolder<>("/pacelight/test", states, MACHINE, events -> {
            if (brokerDown) throw new EventPublisher.NotPublished("down", new IllegalStateException());
            topic.addAll(events);
        });
    }

    private void set(String... changes) {
        for (String change : changes) folder.command("d|1", "cause-" + change, state -> MACHINE.apply(state, change));
    }

    /** What was given up waiting for arrives after all, or is sent by somebody who stood still until now. */
    private void arrivesLate(Envelope<?> event) {
        topic.add(event);
    }

    private List<String> told() {
        return topic.stream()
                .map(event -> event.sequence() + " " + ((PrerequisitesChanged) event.data()).competency() + "="
                        + ((PrerequisitesChanged) event.data()).requires().getFirst())
                .toList();
    }

    @Test
    void an_older_fact_that_arrives_late_has_the_latest_told_again_as_it_was() {
        set("A=x", "A=y");
        arrivesLate(topic.getFirst());
        assertThat(told()).containsExactly("1 A=x", "2 A=y", "1 A=x");

        assertThat(process().retell(topic)).isEqualTo(1);
        assertThat(told()).containsExactly("1 A=x", "2 A=y", "1 A=x", "2 A=y");
        assertThat(topic.getLast()).isEqualTo(topic.get(1));
    }

    @Test
    void two_writers_who_publish_in_the_other_order_than_they_wrote_leave_the_later_fact_last() {
        List<Envelope<?>> held = new ArrayList<>();
        new StateFolder<>("/pacelight/test", states, MACHINE, held::addAll)
                .command("d|1", "cause-1", state -> MACHINE.apply(state, "A=x"));
        set("A=y");
        topic.addAll(held);
        assertThat(told()).containsExactly("1 A=x", "2 A=y", "1 A=x");

        process().retell(topic.subList(2, 3));
        assertThat(told()).endsWith("1 A=x", "2 A=y");
    }

    @Test
    void where_the_latest_fact_of_each_key_stands_last_nothing_is_told_again() {
        set("A=x", "A=y", "B=x");
        assertThat(process().retell(topic)).isZero();
        assertThat(process().retell(topic.subList(1, 2))).isZero();
        assertThat(told()).containsExactly("1 A=x", "2 A=y", "3 B=x");
    }

    @Test
    void the_latest_fact_of_a_key_is_known_after_others_were_told_noted_and_swept() {
        set("A=x", "A=y");
        folder.note();
        folder = process();
        set("B=x");
        process().sweep(Instant.EPOCH, Duration.ZERO, 10);
        folder = process();
        set("B=y");
        folder.note();
        topic.clear();

        arrivesLate(fact(1, "A", "x"));
        process().retell(topic);
        assertThat(told()).containsExactly("1 A=x", "2 A=y");
    }

    @Test
    void what_is_still_to_be_told_is_not_overtaken() {
        set("A=x");
        brokerDown = true;
        set("B=x", "A=y");
        brokerDown = false;
        arrivesLate(topic.getFirst());

        process().retell(topic);
        assertThat(told()).containsExactly("1 A=x", "1 A=x", "2 B=x", "3 A=y");
    }

    @Test
    void what_could_not_be_told_again_is_left_to_the_next_reading() {
        set("A=x", "A=y");
        arrivesLate(topic.getFirst());
        brokerDown = true;
        assertThatThrownBy(() -> folder.retell(topic)).isInstanceOf(EventPublisher.NotPublished.class);
        brokerDown = false;
        folder.retell(topic);
        assertThat(told()).endsWith("1 A=x", "2 A=y");
    }

    @Test
    void a_document_that_was_built_again_from_its_topic_can_tell_its_latest_fact_again() {
        set("A=x", "A=y");
        InMemoryStates<Map<String, String>> anew = new InMemoryStates<>();
        StateFolder<Map<String, String>, String> rebuilt =
                new StateFolder<>("/pacelight/test", anew, MACHINE, topic::addAll);
        rebuilt.recall(topic);
        arrivesLate(topic.getFirst());
        rebuilt.retell(topic);
        assertThat(told()).endsWith("1 A=x", "2 A=y");
    }

    @Test
    void what_others_told_and_what_no_document_knows_is_left_alone() {
        set("A=x", "A=y");
        Envelope<?> own = topic.getFirst();
        Envelope<?> others = new Envelope<>(own.id(), "/outside", "d|1", 1, own.time(), null, own.data());
        Envelope<?> nobodys = new Envelope<>(own.id(), own.source(), "d|2", 1, own.time(), null, own.data());
        assertThat(folder.retell(List.of(others, nobodys))).isZero();
        assertThat(told()).containsExactly("1 A=x", "2 A=y");
    }

    private static Envelope<?> fact(long sequence, String competency, String requires) {
        return new Envelope<>(
                "late",
                "/pacelight/test",
                "d|1",
                sequence,
                Tally.AT,
                null,
                new PrerequisitesChanged("d", competency, List.of(requires)));
    }
}
