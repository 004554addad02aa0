package io.pacelight.bench.lane;

import io.pacelight.bench.lane.Tape.Part;
import io.pacelight.events.Topics;
import io.pacelight.intervention.InterventionApplication;
import io.pacelight.progression.ProgressionApplication;
import io.pacelight.reporting.ReportingApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/**
 * One service alone, as it is, on the input that it had in the box.
 *
 * @param needs topics that are there before the attempts begin
 * @param fed topics that are played from the tape; the service adds its own output
 * @param read topics of the binding that is measured
 */
record ServiceLane(
        Class<?> application, String name, String binding, List<String> needs, List<String> fed, List<String> read) {
    static final ServiceLane PROGRESSION = new ServiceLane(
            ProgressionApplication.class,
            "progression",
            "studentFacts",
            List.of(Topics.REFERENCE, Topics.CURRICULUM, Topics.POLICIES, Topics.STUDENTS),
            List.of(Topics.ATTEMPTS),
            List.of(Topics.ATTEMPTS, Topics.STUDENTS, Topics.PROGRESSION_INPUTS, Topics.MASTERY));
    static final ServiceLane INTERVENTION = new ServiceLane(
            InterventionApplication.class,
            "intervention",
            "student",
            List.of(Topics.REFERENCE, Topics.CURRICULUM, Topics.PEOPLE, Topics.STUDENTS, Topics.ATTENDANCE),
            List.of(Topics.MASTERY),
            List.of(Topics.STUDENTS, Topics.ATTENDANCE, Topics.MASTERY, Topics.INTERVENTION_INPUTS));
    static final ServiceLane REPORTING = new ServiceLane(
            ReportingApplication.class,
            "reporting",
            "facts",
            List.of(Topics.REFERENCE, Topics.CURRICULUM, Topics.PEOPLE, Topics.STUDENTS),
            List.of(Topics.ATTEMPTS, Topics.MASTERY, Topics.TASKS),
            List.of(Topics.STUDENTS, Topics.ATTEMPTS, Topics.MASTERY, Topics.TASKS));

    Measured run(Ground ground, Tape tape, Instant now) {
        try (Producer<byte[], byte[]> producer = ground.producer()) {
            tape.play(producer, needs, Part.BEFORE);
            try (Service service = Service.start(application, name, binding, ground, now, Map.of())) {
                service.awaitHandled(read);
                feed(service, producer, tape, Part.WARM);
                service.release();
                service.awaitHandled(read);
                feed(service, producer, tape, Part.MEASURED);
                service.release();
                Meter meter = new Meter();
                service.awaitHandled(read);
                return meter.stop(name, tape.count(Topics.ATTEMPTS, Part.MEASURED), Map.of());
            }
        }
    }

    private void feed(Service service, Producer<byte[], byte[]> producer, Tape tape, Part part) {
        service.hold();
        tape.play(producer, fed, part);
    }
}
