package io.pacelight.kit.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event goes on under the trace of its input, and a repeat under the same. */
class TraceContextsTest {
    private static final String ONE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-1af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final List<Envelope<?>> published = new ArrayList<>();
    private final InMemoryStates<Tally> states = new InMemoryStates<>();
    private boolean down;
    private final StateFolder<Tally, String> folder =
            new StateFolder<>("/pacelight/test", states, Tally.MACHINE, events -> {
                if (down) throw new EventPublisher.NotPublished("made up", new IllegalStateException());
                published.addAll(events);
            });

    private static Input<String> attempt(String id) {
        return new Input<>("d|stu_1", id, new Mark(id, 1), id);
    }

    @Test
    void each_event_has_the_context_of_the_input_that_led_to_it() {
        folder.fold(List.of(
                attempt("a").followedBy(ONE),
                attempt("b"),
                attempt("c").followedBy(OTHER).followedBy(ONE)));
        assertThat(published).extracting(Envelope::traceparent).containsExactly(ONE, null, OTHER);
    }

    @Test
    void what_a_crash_left_is_told_under_the_context_that_was_stored_with_it() {
        down = true;
        folder.accept(List.of(attempt("a").followedBy(ONE)));
        down = false;
        folder.fold(List.of(attempt("a").followedBy(OTHER)));
        folder.sweep(Instant.now(), Duration.ZERO, 10);
        assertThat(published)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.traceparent()).isEqualTo(ONE));
        assertThat(published)
                .extracting(Envelope::id)
                .containsOnly(published.getFirst().id());
    }
}
