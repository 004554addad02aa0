package io.pacelight.bench.lane;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Keys;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.stream.CloudEventHeaders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/**
 * What an attempt costs progression as the district grows and as its history grows, all else being equal: whatever the size, 1,000
 * students that lie spread over the district have eight attempts each in five competencies. A poll takes one partition after the other,
 * so it finds the same number of documents in every size, with as many attempts for each, and reads each of them once from a store
 * that holds all of the district. Before, as many attempts of other students make every size's JVM equally warm.
 */
final class GrowthLane {
    private static final String DISTRICT = "growth";
    private static final int STUDENTS_A_BATCH = 1_000;
    private static final int COMPETENCIES = 5;
    private static final int BATCH = STUDENTS_A_BATCH * COMPETENCIES;
    private static final int SCHOOL_SIZE = 1_000;
    private static final String SCALE = "3";
    private static final Instant BEGIN = Instant.parse("2026-08-17T14:00:00Z");

    /** Others than those who are measured, as many in every size of district. */
    private static final int WARMING_STUDENTS = 4_000;

    private static final int WARMING_BATCHES = 12;

    private final int students;
    private final int history;
    private int nextAttempt;

    /** @param history attempts that every pair of student and competency has before it is measured */
    GrowthLane(int students, int history) {
        this.students = students;
        this.history = history;
    }

    /** @param batches measured, each of 5,000 attempts */
    Measured run(Ground ground, int batches, Instant now) {
        ServiceLane lane = ServiceLane.PROGRESSION;
        try (Producer<byte[], byte[]> producer = ground.producer()) {
            for (Envelope<?> each : world()) {
                var _ = producer.send(CloudEventHeaders.write(each));
            }
            producer.flush();
            try (Service service =
                    Service.start(lane.application(), lane.name(), lane.binding(), ground, now, Map.of())) {
                service.awaitHandled(lane.read());
                Turns all = new Turns(0, students, 1);
                for (int round = 0; round < history; round++) {
                    for (int done = 0; done < students * COMPETENCIES; done += BATCH) send(producer, all, 1);
                    service.awaitHandled(lane.read());
                }
                service.hold();
                send(producer, new Turns(students, WARMING_STUDENTS, 1), WARMING_BATCHES);
                service.release();
                service.awaitHandled(lane.read());
                service.hold();
                send(producer, new Turns(0, STUDENTS_A_BATCH, students / STUDENTS_A_BATCH), batches);
                service.release();
                Meter meter = new Meter();
                service.awaitHandled(lane.read());
                return meter.stop(
                        "growth",
                        (long) batches * BATCH,
                        Map.of("students", Integer.toString(students), "history", Integer.toString(history)));
            }
        }
    }

    private List<Envelope<?>> world() {
        List<Envelope<?>> told = new ArrayList<>();
        for (int school = 0; school * SCHOOL_SIZE < students + WARMING_STUDENTS; school++)
            told.add(envelope(new OrgChanged(
                    DISTRICT, "school" + school, "School " + school, OrgType.SCHOOL, null, "America/Chicago", true)));
        for (int i = 0; i < COMPETENCIES; i++)
            told.add(envelope(new CompetencyChanged(
                    DISTRICT, "C." + i, "Competency " + i, null, null, List.of("math"), "5", null, null, true)));
        for (int student = 0; student < students + WARMING_STUDENTS; student++) {
            String school = "school" + student / SCHOOL_SIZE;
            told.add(envelope(new StudentChanged(
                    DISTRICT,
                    name(student),
                    List.of("05"),
                    List.of(school),
                    List.of(new Enrolment("class" + student / 25, "math", school, null, null)),
                    List.of(),
                    true)));
        }
        return told;
    }

    private static String name(int student) {
        return "stu_%07d".formatted(student);
    }

    /** Students in turn, so that none is met again before all others were. */
    private static final class Turns {
        private final int first;
        private final int count;
        private final int stride;
        private int next;

        Turns(int first, int count, int stride) {
            this.first = first;
            this.count = count;
            this.stride = stride;
        }

        String student() {
            String student = name(first + next * stride);
            next = (next + 1) % count;
            return student;
        }
    }

    private void send(Producer<byte[], byte[]> producer, Turns turns, int batches) {
        for (int i = 0; i < batches * STUDENTS_A_BATCH; i++) {
            String student = turns.student();
            for (int competency = 0; competency < COMPETENCIES; competency++) {
                var _ = producer.send(CloudEventHeaders.write(attempt(student, "C." + competency)));
            }
        }
        producer.flush();
    }

    private Envelope<?> attempt(String student, String competency) {
        int number = nextAttempt++;
        Instant at = BEGIN.plusSeconds(number);
        return envelope(new AttemptRecorded(
                DISTRICT,
                "a" + number,
                student,
                competency,
                EvidenceKind.SUMMATIVE,
                new BigDecimal(SCALE),
                null,
                null,
                at,
                at,
                0,
                "form" + number % 7,
                "essay",
                "context" + number % 5,
                false,
                null,
                null,
                null));
    }

    private static Envelope<?> envelope(Event event) {
        String subject = event instanceof AttemptRecorded attempt ? Keys.of(DISTRICT, attempt.attempt()) : event.key();
        String type = EventCatalogue.of(event).type();
        return new Envelope<>(
                EventIds.of(subject, type, subject, 0), "/pacelight/bench", subject, 1, BEGIN, null, event);
    }
}
