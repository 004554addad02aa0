package io.pacelight.intervention.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.CourseChanged;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.stream.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenReferenceMovedThenCheckClocksTest {
    private final List<String> done = new ArrayList<>();
    private final WhenReferenceMovedThenCheckClocks check = new WhenReferenceMovedThenCheckClocks(
            "/pacelight/intervention",
            new Book(),
            () -> done.add("settled"),
            new Enrolled(),
            events -> events.forEach(event -> done.add("asked for " + event.subject())));

    private static Received at(long offset, Event event) {
        return new Received(
                new Envelope<>("id-" + offset, "/pacelight/roster", "s", offset, Instant.EPOCH, null, event),
                new Received.Place("roster.reference.v1", 3, offset));
    }

    private static BellScheduleChanged bells(String classId) {
        return new BellScheduleChanged("d1", classId, "s1", List.of());
    }

    /** Otherwise a watch that another instance stores meanwhile, knowing only the old schedule, is missed for good. */
    @Test
    void who_is_concerned_is_asked_only_once_the_facts_have_settled_everywhere() {
        check.take(List.of(at(7, bells("math")), at(8, bells("art"))));
        assertThat(done)
                .containsExactly("read 7", "read 8", "settled", "looked up in [art, math]", "asked for d1|stu_1");
    }

    @Test
    void a_fact_that_moves_no_clock_is_waited_for_by_nobody() {
        check.take(List.of(at(7, new CourseChanged("d1", "K", "Maths", null, null, List.of(), List.of(), true))));
        assertThat(done).isEmpty();
    }

    private final class Book implements ReferenceBook {
        @Override
        public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
            return Optional.empty();
        }

        @Override
        public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
            return List.of();
        }

        @Override
        public void follow(Consumer<ReferenceEvent> follower) {}

        @Override
        public void awaitRead(Received.Place place) {
            done.add("read " + place.offset());
        }
    }

    /** One student is in every class. */
    private final class Enrolled implements Watches {
        @Override
        public void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some) {
            done.add("looked up in " + classes);
            some.accept(List.of("stu_1"));
        }

        @Override
        public @Nullable Stored find(String district, String student) {
            return null;
        }

        @Override
        public List<Stored> waitingIn(String district, Collection<String> classes) {
            return List.of();
        }

        @Override
        public int heldSince(String district, String staff, Instant since, Instant now) {
            return 0;
        }

        @Override
        public List<Due> due(Instant now, Collection<Integer> own, int partitions, int limit) {
            return List.of();
        }

        @Override
        public long countDue(Instant now) {
            return 0;
        }
    }
}
