package io.pacelight.progression;

import static io.pacelight.progression.World.MON;
import static io.pacelight.progression.World.TUE;
import static io.pacelight.progression.World.WED;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.pacelight.events.Envelope;
import io.pacelight.events.Topics;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.rebuild.Rebuild;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateStore;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OwnBroker;
import io.pacelight.kit.testing.RunningService;
import io.pacelight.progression.application.ChangePolicy;
import io.pacelight.progression.config.ProgressionProjection;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is lost is built again out of the topics: the same, silently, and without judging anything twice. */
class RebuildIT {
    private static final CanonicalProjection CANONICAL = ProgressionProjection.CANONICAL;
    private static final String[] OWN = {Topics.MASTERY, Topics.PROGRESSION_INPUTS, Topics.POLICIES};

    private final OwnBroker broker = OwnBroker.start(8);
    private final World world = new World("d" + UUID.randomUUID());

    @AfterEach
    void stop() {
        broker.close();
    }

    private static String database() {
        return "progression-rebuild-" + UUID.randomUUID();
    }

    private static RunningService start(OwnBroker on, String database) {
        Map<String, String> properties = new HashMap<>(on.properties());
        properties.put("pacelight.progression.settling", "50ms");
        return RunningService.start(ProgressionApplication.class, "progression", database, properties, Map.of());
    }

    private static void publish(RunningService service, Envelope<?>... events) {
        service.bean(EventPublisher.class).publish(List.of(events));
    }

    @SuppressWarnings("unchecked")
    private Standing standing(RunningService service, String student, String competency) {
        String id = world.district() + "|" + student + "|" + competency;
        StateStore<Mastery> store = service.context().getBean("masteryStore", StateStore.class);
        var stored = store.load(List.of(id)).get(id);
        Standing standing = stored == null ? null : stored.state().standing();
        if (standing == null) throw new AssertionError(id + " is not judged");
        return standing;
    }

    private static Map<String, Map<String, String>> documents(RunningService service) {
        Map<String, Map<String, String>> documents = new TreeMap<>();
        for (String collection : CANONICAL.collections())
            documents.put(collection, CANONICAL.documents(service.bean(MongoDatabase.class), collection));
        return documents;
    }

    /** Mastery by two demonstrations, one revoked, one unlocked, one late, and a policy that judges anew. */
    private void history(RunningService service) {
        publish(
                service,
                world.school("north"),
                world.student("stu_1", 1, "math", "north"),
                world.student("stu_2", 2, "math", "north"),
                world.attempt("a", "stu_1", "M.1", "3", "essay", MON),
                world.attempt("b", "stu_1", "M.1", "3", "debate", TUE),
                world.attempt("c", "stu_1", "M.2", "2", "essay", TUE),
                world.attempt("d", "stu_2", "M.1", "4", "essay", MON),
                world.attempt("e", "stu_2", "M.1", "3", "debate", WED));
        Eventually.holds(
                () -> assertThat(standing(service, "stu_1", "M.1").mastered()).isTrue());
        Eventually.holds(
                () -> assertThat(standing(service, "stu_2", "M.1").mastered()).isTrue());
        Eventually.holds(
                () -> assertThat(standing(service, "stu_1", "M.2").attempts()).isEqualTo(1));
        publish(service, world.voided("e", 2, "stu_2", "M.1"), world.attempt("f", "stu_1", "M.2", "3", "oral", MON));
        Eventually.holds(
                () -> assertThat(standing(service, "stu_2", "M.1").mastered()).isFalse());
        Eventually.holds(
                () -> assertThat(standing(service, "stu_1", "M.2").attempts()).isEqualTo(2));
        service.bean(ChangePolicy.class)
                .change(world.district(), new Scope.District(), Policies.make("highest", Map.of()), false, "cmd", WED);
        Eventually.holds(
                () -> assertThat(standing(service, "stu_2", "M.1").policy()).isEqualTo("highest"));
        Eventually.holds(
                () -> assertThat(standing(service, "stu_1", "M.1").policy()).isEqualTo("highest"));
        Eventually.holds(
                () -> assertThat(standing(service, "stu_1", "M.2").mastered()).isTrue());
    }

    /** Nothing more comes: two looks a while apart show the same. */
    private static Map<String, Map<String, String>> settled(RunningService service, OwnBroker broker) {
        Map<String, Map<String, String>> last = new TreeMap<>();
        Map<String, Long> told = new TreeMap<>();
        Eventually.holds(() -> {
            Map<String, Map<String, String>> now = documents(service);
            Map<String, Long> counts = broker.counts(OWN);
            boolean same = now.equals(last) && counts.equals(told);
            last.putAll(now);
            told.putAll(counts);
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            assertThat(same).isTrue();
        });
        return last;
    }

    @Test
    void out_of_its_topics_it_is_the_same_again_and_nothing_is_told() {
        Map<String, Map<String, String>> before;
        String hash;
        try (RunningService service = start(broker, database())) {
            history(service);
            before = settled(service, broker);
            hash = CANONICAL.hash(service.bean(MongoDatabase.class));
        }
        assertThat(before.get("masteries")).hasSize(3);
        assertThat(before.get("policies")).hasSize(1);
        Map<String, Long> told = broker.counts(OWN);

        String database = database();
        try (RunningService again = start(broker, database)) {
            Eventually.holds(
                    () -> assertThat(again.bean(Rebuild.class).underway()).isFalse());
            assertThat(documents(again)).isEqualTo(before);
            assertThat(CANONICAL.hash(again.bean(MongoDatabase.class))).isEqualTo(hash);
            again.bean(MongoDatabase.class).drop();
        }
        try (RunningService dropped = start(broker, database)) {
            Eventually.holds(
                    () -> assertThat(dropped.bean(Rebuild.class).underway()).isFalse());
            assertThat(documents(dropped)).isEqualTo(before);
            for (String collection : CANONICAL.collections())
                dropped.bean(MongoDatabase.class).getCollection(collection).drop();
        }
        try (RunningService emptied = start(broker, database)) { // the mark of a whole database was left
            Eventually.holds(
                    () -> assertThat(emptied.bean(Rebuild.class).underway()).isFalse());
            assertThat(documents(emptied)).isEqualTo(before);
        }
        assertThat(broker.counts(OWN)).isEqualTo(told);

        try (OwnBroker other = OwnBroker.start(2)) {
            broker.republishTo(other);
            try (RunningService elsewhere = start(other, database())) {
                Eventually.holds(() ->
                        assertThat(elsewhere.bean(Rebuild.class).underway()).isFalse());
                assertThat(documents(elsewhere)).isEqualTo(before);
            }
            assertThat(other.counts(OWN)).isEqualTo(told);
        }
    }

    @Test
    void an_attempt_that_a_lost_instance_never_came_to_is_judged_once_the_rebuild_is_over() {
        try (RunningService service = start(broker, database())) {
            publish(service, world.attempt("a", "stu_1", "M.1", "3", "essay", MON));
            Eventually.holds(() ->
                    assertThat(standing(service, "stu_1", "M.1").attempts()).isEqualTo(1));
        }
        long told = broker.counts(Topics.MASTERY).get(Topics.MASTERY);
        broker.publish(publisher -> publisher.publish(List.of(
                world.attempt("b", "stu_1", "M.1", "3", "debate", TUE),
                world.attempt("c", "stu_2", "M.1", "2", "essay", TUE))));

        try (RunningService again = start(broker, database())) {
            Eventually.holds(
                    () -> assertThat(standing(again, "stu_1", "M.1").mastered()).isTrue());
            Eventually.holds(
                    () -> assertThat(standing(again, "stu_2", "M.1").attempts()).isEqualTo(1));
            // a row and a mastery of the first student, a row and a level of the second
            Eventually.holds(() -> assertThat(broker.counts(Topics.MASTERY).get(Topics.MASTERY))
                    .isGreaterThanOrEqualTo(told + 4));
        }
    }
}
