package io.pacelight.intervention;

import static io.pacelight.intervention.District.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.pacelight.embedded.MailSink;
import io.pacelight.events.CompetencyStatus;
import io.pacelight.events.Topics;
import io.pacelight.intervention.application.Told;
import io.pacelight.intervention.application.WatchMachine;
import io.pacelight.intervention.application.Watches;
import io.pacelight.intervention.config.InterventionProjection;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.rebuild.Rebuild;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.OwnBroker;
import io.pacelight.kit.testing.RunningService;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is lost is built again out of the topics: the same, silently, and without deciding anything twice. */
class RebuildIT {
    private final OwnBroker broker = OwnBroker.start(8);
    private final District district = new District();
    private final TestClock clock = new TestClock(at(0, "06:00"));
    private final MailSink mail = MailSink.start(0);

    @AfterEach
    void stop() {
        mail.close();
        broker.close();
    }

    private RunningService start(OwnBroker on, String database) {
        Map<String, String> properties = new HashMap<>(on.properties());
        properties.put("spring.mail.port", Integer.toString(mail.port()));
        return RunningService.start(
                InterventionApplication.class, "intervention", database, properties, Map.of("schoolClock", clock));
    }

    private static String database() {
        return "intervention-rebuild-" + UUID.randomUUID();
    }

    private StudentWatch watch(RunningService service, String student) {
        Watches.Stored stored = service.bean(Watches.class).find(district.id, student);
        if (stored == null) throw new AssertionError("nothing known of " + student);
        return stored.watch();
    }

    private Conference open(RunningService service, String student) {
        Conference open = watch(service, student).openConference("math");
        if (open == null) throw new AssertionError("no open conference of " + student);
        return open;
    }

    private List<Conference.State> states(RunningService service, String student) {
        return watch(service, student).conferences().stream()
                .map(Conference::state)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private void command(RunningService service, String student, WatchInput.Command command) {
        StateFolder<StudentWatch, Told> folder = service.bean(StateFolder.class);
        WatchMachine machine = service.bean(WatchMachine.class);
        folder.command(district.id + "|" + student, command.toString(), state -> machine.carryOut(state, command));
    }

    /** Strikes, a conference held with a dated next step, one put off, one that progress resolved, one withdrawn. */
    private void semester(RunningService service) {
        district.school().plan(60, 60, 600);
        for (int i = 1; i <= 6; i++) district.enrolled("stu_" + i);
        district.judged("stu_5", "C1", CompetencyStatus.MASTERED, at(0, "08:30"));
        publish(service);
        clock.set(at(0, "09:00"));
        for (String student : List.of("stu_1", "stu_2", "stu_3", "stu_4", "stu_6"))
            Eventually.holds(() -> assertThat(open(service, student).state()).isEqualTo(Conference.State.OPEN));

        String held = open(service, "stu_1").id();
        LocalDate tomorrow = District.MON.plusDays(1);
        command(service, "stu_1", new WatchInput.StartConference(held, "stf_1", at(0, "09:01")));
        command(
                service,
                "stu_1",
                new WatchInput.FinishConference(held, "stf_1", at(0, "09:04"), "PLAN", "One more", tomorrow));
        String snoozed = open(service, "stu_2").id();
        command(service, "stu_2", new WatchInput.SnoozeConference(snoozed, "stf_1", at(0, "09:05"), 2));
        district.judged("stu_3", "C1", CompetencyStatus.MASTERED, at(0, "09:10"));
        district.absent("stu_4", 0);
        publish(service);
        Eventually.holds(
                () -> assertThat(states(service, "stu_3")).containsExactly(Conference.State.RESOLVED_BY_PROGRESS));
        Eventually.holds(() -> assertThat(states(service, "stu_4")).containsExactly(Conference.State.CLOCK_MOVED));

        clock.set(at(1, "08:10"));
        Eventually.holds(() ->
                assertThat(mail.messagesTo("okafor@" + district.id + ".test")).hasSize(1));
        clock.set(at(3, "06:00"));
        Eventually.holds(
                () -> assertThat(watch(service, "stu_1").openConference("math")).isNotNull());
        Eventually.holds(() -> assertThat(open(service, "stu_2").state()).isEqualTo(Conference.State.OPEN));
        Eventually.holds(() -> assertThat(open(service, "stu_5").state()).isEqualTo(Conference.State.OPEN));
    }

    private void publish(RunningService service) {
        district.publish(service.bean(EventPublisher.class));
    }

    private static Map<String, String> documents(RunningService service) {
        return InterventionProjection.CANONICAL.documents(service.bean(MongoDatabase.class), "watches");
    }

    private static void awaitBuilt(RunningService service, Map<String, String> expected) {
        Eventually.holds(
                () -> assertThat(service.bean(Rebuild.class).underway()).isFalse());
        Eventually.holds(() -> assertThat(
                        service.bean(Watches.class).due(at(3, "06:00"), List.of(0, 1, 2, 3, 4, 5, 6, 7), 8, 100))
                .isEmpty());
        assertThat(documents(service)).isEqualTo(expected);
    }

    @Test
    void out_of_its_topics_it_is_the_same_again_and_nothing_is_told_or_mailed() {
        Map<String, String> before;
        String hash;
        try (RunningService service = start(broker, database())) {
            semester(service);
            Eventually.holds(() -> assertThat(
                            service.bean(Watches.class).due(at(3, "06:00"), List.of(0, 1, 2, 3, 4, 5, 6, 7), 8, 100))
                    .isEmpty());
            before = documents(service);
            hash = InterventionProjection.CANONICAL.hash(service.bean(MongoDatabase.class));
        }
        assertThat(before).hasSize(6);
        Map<String, Long> told = broker.counts(Topics.TASKS, Topics.INTERVENTION_INPUTS);
        int mails = mail.messages().size();
        clock.set(at(3, "07:30"));

        String database = database();
        try (RunningService again = start(broker, database)) {
            awaitBuilt(again, before);
            assertThat(InterventionProjection.CANONICAL.hash(again.bean(MongoDatabase.class)))
                    .isEqualTo(hash);
            again.bean(MongoDatabase.class).drop();
        }
        try (RunningService dropped = start(broker, database)) {
            awaitBuilt(dropped, before);
        }
        assertThat(broker.counts(Topics.TASKS, Topics.INTERVENTION_INPUTS)).isEqualTo(told);

        try (OwnBroker other = OwnBroker.start(2)) {
            broker.republishTo(other);
            try (RunningService elsewhere = start(other, database())) {
                awaitBuilt(elsewhere, before);
            }
            assertThat(other.counts(Topics.TASKS, Topics.INTERVENTION_INPUTS)).isEqualTo(told);
        }
        assertThat(mail.messages()).hasSize(mails);
    }

    @Test
    void what_was_never_told_is_decided_once_the_rebuild_is_over() {
        try (RunningService service = start(broker, database())) {
            district.school().plan(60, 600).enrolled("stu_1").enrolled("stu_2");
            publish(service);
            clock.set(at(0, "09:00"));
            Eventually.holds(() -> assertThat(open(service, "stu_1").state()).isEqualTo(Conference.State.OPEN));
            Eventually.holds(() -> assertThat(open(service, "stu_2").state()).isEqualTo(Conference.State.OPEN));
        }
        district.judged("stu_1", "C1", CompetencyStatus.MASTERED, at(0, "09:30"));
        broker.publish(district::publish);
        try (RunningService again = start(broker, database())) {
            Eventually.holds(
                    () -> assertThat(states(again, "stu_1")).containsExactly(Conference.State.RESOLVED_BY_PROGRESS));
            assertThat(open(again, "stu_2").state()).isEqualTo(Conference.State.OPEN);
        }
    }

    @Test
    void who_masters_while_intervention_is_down_gets_no_task_when_it_is_back_after_the_due_instant() {
        String database = database();
        try (RunningService service = start(broker, database)) {
            district.school().plan(60, 600).enrolled("stu_1").enrolled("stu_2");
            publish(service);
            Eventually.holds(
                    () -> assertThat(watch(service, "stu_1").lightsOf("math")).hasSize(2));
            Eventually.holds(
                    () -> assertThat(watch(service, "stu_2").lightsOf("math")).hasSize(2));
        }
        district.judged("stu_1", "C1", CompetencyStatus.MASTERED, at(0, "08:40"));
        broker.publish(district::publish);
        clock.set(at(0, "10:00"));
        try (RunningService back = start(broker, database)) {
            Eventually.holds(() -> assertThat(open(back, "stu_2").state()).isEqualTo(Conference.State.OPEN));
            Eventually.holds(() -> assertThat(watch(back, "stu_1").dueAt()).isAfter(at(0, "10:00")));
            assertThat(watch(back, "stu_1").reasons()).isEmpty();
            assertThat(watch(back, "stu_1").conferences()).isEmpty();
        }
    }
}
