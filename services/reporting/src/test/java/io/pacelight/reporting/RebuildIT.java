package io.pacelight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.pacelight.events.ConferenceState;
import io.pacelight.events.Envelope;
import io.pacelight.events.Pace;
import io.pacelight.events.PersonKind;
import io.pacelight.events.Topics;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.rebuild.Rebuild;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OwnBroker;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.reporting.config.ReportingProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A read model that is lost is built again out of the topics, and is the same. */
class RebuildIT {
    private static final CanonicalProjection CANONICAL = ReportingProjection.CANONICAL;
    private static final String[] READ = {Topics.STUDENTS, Topics.ATTEMPTS, Topics.MASTERY, Topics.TASKS, Topics.PEOPLE
    };

    private final OwnBroker broker = OwnBroker.start(8);
    private final Told told = new Told("d" + UUID.randomUUID());

    @AfterEach
    void stop() {
        broker.close();
    }

    private static String database() {
        return "reporting-rebuild-" + UUID.randomUUID();
    }

    private static RunningService start(OwnBroker on, String database) {
        return RunningService.start(
                ReportingApplication.class,
                "reporting",
                database,
                on.properties(),
                Map.of("schoolClock", new TestClock(Told.NOW)));
    }

    private static Map<String, Map<String, String>> documents(RunningService service) {
        Map<String, Map<String, String>> documents = new TreeMap<>();
        for (String collection : CANONICAL.collections())
            documents.put(collection, CANONICAL.documents(service.bean(MongoDatabase.class), collection));
        return documents;
    }

    private static String hash(RunningService service) {
        return CANONICAL.hash(service.bean(MongoDatabase.class));
    }

    /** Twelve students of two schools with all that is told of them, and one of them moves from the one to the other. */
    private void semester(RunningService service) {
        List<Envelope<?>> events = new ArrayList<>(told.reference());
        for (int i = 0; i < 12; i++) {
            String student = "stu_" + i;
            String classId = i % 2 == 0 ? "class-1" : "class-2";
            events.add(told.person(student, PersonKind.STUDENT, "student" + i, "Given" + i, "Family" + i));
            events.add(told.attempt(student, "A", "a-" + i));
            events.add(told.placed(student, 1, i % 2 == 0 ? "north" : "south", classId));
            events.add(told.judged(student, "A", 1, 1, i < 6));
            events.add(told.lit(student, classId, 2, "A", i < 9 ? Pace.ON_PACE : Pace.MISSED));
        }
        events.add(told.conference("stu_11", "class-2", 3, "conference-1", ConferenceState.OPEN));
        events.add(told.conference("stu_10", "class-1", 3, "conference-2", ConferenceState.DONE));
        events.add(told.placed("stu_0", 2, "south", "class-2"));
        service.bean(EventPublisher.class).publish(events);
    }

    private static void awaitRead(RunningService service, OwnBroker on, String group) {
        Eventually.holds(() -> assertThat(on.unread(group, READ)).isZero());
        Eventually.holds(
                () -> assertThat(service.bean(Rebuild.class).underway()).isFalse());
    }

    @Test
    void out_of_the_topics_it_is_the_same_again() {
        String database = database();
        Map<String, Map<String, String>> before;
        String hash;
        try (RunningService service = start(broker, database)) {
            semester(service);
            awaitRead(service, broker, database);
            before = documents(service);
            hash = hash(service);
            service.bean(MongoDatabase.class).drop();
        }
        assertThat(before.get("students")).hasSize(12);
        assertThat(before.get("people")).hasSize(13);
        assertThat(before.get("schools")).hasSize(2);

        try (RunningService again = start(broker, database)) {
            awaitRead(again, broker, database);
            assertThat(documents(again)).isEqualTo(before);
            assertThat(hash(again)).isEqualTo(hash);
        }
        try (OwnBroker other = OwnBroker.start(2)) {
            broker.republishTo(other);
            String elsewhere = database();
            try (RunningService moved = start(other, elsewhere)) {
                awaitRead(moved, other, elsewhere);
                assertThat(documents(moved)).isEqualTo(before);
                assertThat(hash(moved)).isEqualTo(hash);
            }
        }
    }

    @Test
    void collections_that_were_dropped_alone_are_built_again_although_the_mark_says_that_all_is_there() {
        String database = database();
        Map<String, Map<String, String>> before;
        try (RunningService service = start(broker, database)) {
            semester(service);
            awaitRead(service, broker, database);
            before = documents(service);
            for (String collection : CANONICAL.collections())
                service.bean(MongoDatabase.class).getCollection(collection).drop();
        }

        try (RunningService again = start(broker, database)) {
            awaitRead(again, broker, database);
            assertThat(documents(again)).isEqualTo(before);
        }
    }
}
