package io.pacelight.faults.simulation;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.AttemptVoided;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.StudentEvent;
import io.pacelight.events.Topics;
import io.pacelight.kit.stream.CloudEventHeaders;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the other services and the people tell in two weeks: attempts (twice, late, corrected, taken back, unreadable,
 * null, against the contract), the roster, a changed plan, and requests over HTTP. Time passes in between.
 */
final class Outside {
    private static final int DAYS = 11;

    private final World world;
    private final Ledger ledger;
    private final Consumer<Integer> request;
    private final List<Ledger.Row> recorded = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> late = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> said = new ArrayList<>();
    private int minutesOfB = 180;
    private long ordinal;
    private boolean everybodyInArt;

    /** @param request lets somebody ask something of a service over HTTP; the number tells requests apart */
    Outside(World world, Ledger ledger, Consumer<Integer> request) {
        this.world = world;
        this.ledger = ledger;
        this.request = request;
    }

    /** Before anything runs: the school as it is. */
    void open() {
        long sequence = 0;
        for (Event fact : District.reference()) say(District.told(fact, fact.key(), ++sequence, world.now()));
        for (String student : District.STUDENTS) roster(District.student(student, !student.equals("stu_3")), 1);
    }

    void run() {
        for (int day = 0; day < DAYS; day++) {
            for (int piece = world.chance().between(0, 6); piece > 0; piece--) happening();
            world.step(Point.FEED, "a day passes");
            world.timePasses(world.now().plus(Duration.ofHours(world.chance().between(18, 30))));
        }
        late.forEach(this::sendLate);
        late.clear();
    }

    /** Long after every target of the plan. */
    void close() {
        world.timePasses(world.now().plus(Duration.ofDays(14)));
    }

    int minutesOfB() {
        return minutesOfB;
    }

    boolean isInArt(String student) {
        return everybodyInArt || !student.equals("stu_3");
    }

    private void happening() {
        world.step(Point.FEED, "");
        switch (world.chance().between(1, 24)) {
            case 1 -> unreadable();
            case 2 -> unfit();
            case 3, 4 -> correct();
            case 5 -> takeBack();
            case 6, 7 -> again();
            case 8 -> plan();
            case 9 -> {
                everybodyInArt = true;
                roster(District.student("stu_3", true), 2);
            }
            case 10, 11, 12 -> request.accept(world.trace().size());
            case 13 -> late.forEach(this::sendLate);
            default -> attempt();
        }
    }

    private void attempt() {
        String student = world.chance().oneOf(District.STUDENTS);
        String competency = world.chance().oneOf(District.COMPETENCIES);
        Ledger.Row row = row(student, competency, "att_" + ++ordinal, 1, false);
        recorded.add(row);
        tell(row, world.chance().happens(0.2));
    }

    private void correct() {
        if (recorded.isEmpty()) return;
        Ledger.Row old = world.chance().oneOf(recorded);
        Ledger.Row row = row(old.student(), old.competency(), old.attempt(), nextRevision(old), false);
        tell(row, false);
    }

    private void takeBack() {
        if (recorded.isEmpty()) return;
        Ledger.Row old = world.chance().oneOf(recorded);
        recorded.remove(old); // what was taken back is never corrected
        Ledger.Row row = row(old.student(), old.competency(), old.attempt(), nextRevision(old), true);
        tell(row, false);
    }

    private long nextRevision(Ledger.Row old) {
        return 1
                + ledger.rows().stream()
                        .filter(row -> row.attempt().equals(old.attempt()))
                        .mapToLong(Ledger.Row::revision)
                        .max()
                        .orElse(0);
    }

    private Ledger.Row row(String student, String competency, String attempt, long revision, boolean voided) {
        Instant assessedAt = world.chance().happens(0.1)
                ? null
                : world.now().minus(Duration.ofMinutes(world.chance().between(0, 4_000)));
        return new Ledger.Row(
                student,
                competency,
                attempt,
                revision,
                voided,
                world.chance().happens(0.7),
                world.chance().between(1, 4),
                assessedAt,
                world.now(),
                world.chance().between(0, 3));
    }

    private void tell(Ledger.Row row, boolean isLate) {
        ledger.told(row);
        Event event = row.voided()
                ? new AttemptVoided(
                        District.NAME, row.attempt(), row.student(), row.competency(), row.recordedAt(), null, null)
                : recorded(row, BigDecimal.valueOf(row.level()));
        Envelope<Event> envelope =
                District.told(event, District.NAME + "|" + row.attempt(), row.revision(), world.now());
        if (isLate) late.add(CloudEventHeaders.write(envelope));
        else say(envelope);
    }

    private static AttemptRecorded recorded(Ledger.Row row, @Nullable BigDecimal level) {
        return new AttemptRecorded(
                District.NAME,
                row.attempt(),
                row.student(),
                row.competency(),
                row.summative() ? EvidenceKind.SUMMATIVE : EvidenceKind.FORMATIVE,
                level,
                null,
                null,
                row.assessedAt(),
                row.recordedAt(),
                row.ordinal(),
                null,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    /** Bytes that are no event, a null, or an event without one of its attributes. */
    private void unreadable() {
        Ledger.Row row = row("stu_1", "A", "att_" + ++ordinal, 1, false);
        ProducerRecord<byte[], byte[]> record = CloudEventHeaders.write(
                District.told(recorded(row, BigDecimal.ONE), District.NAME + "|" + row.attempt(), 1, world.now()));
        byte[] value = record.value();
        switch (world.chance().between(1, 3)) {
            case 1 -> {
                value = "{\"attempt\":".getBytes(StandardCharsets.UTF_8);
                world.happened(Fault.UNREADABLE_INPUT, row.attempt());
            }
            case 2 -> {
                value = null;
                world.happened(Fault.NULL_INPUT, row.attempt());
            }
            default -> {
                record.headers().remove("ce_id");
                world.happened(Fault.UNREADABLE_INPUT, row.attempt());
            }
        }
        ledger.unfit(world.log().append(record.topic(), record.key(), value, record.headers(), world.now()));
    }

    private void unfit() {
        Ledger.Row row = row("stu_2", "B", "att_" + ++ordinal, 1, false);
        world.happened(Fault.UNFIT_INPUT, row.attempt());
        ledger.unfit(append(CloudEventHeaders.write(
                District.told(recorded(row, null), District.NAME + "|" + row.attempt(), 1, world.now()))));
    }

    /** Something that was said is said once more; on a compacted topic the latest of its document is then said again too. */
    private void again() {
        if (said.isEmpty()) return;
        ProducerRecord<byte[], byte[]> record = world.chance().oneOf(said);
        world.happened(Fault.DUPLICATE_INPUT, record.topic());
        append(record);
        if (!Topics.COMPACTED.contains(record.topic())) return;
        ProducerRecord<byte[], byte[]> latest = said.stream()
                .filter(one -> one.topic().equals(record.topic()) && Arrays.equals(one.key(), record.key()))
                .reduce(record, (before, after) -> after);
        if (latest.equals(record)) return;
        world.step(Point.FEED, "");
        append(latest);
    }

    private void plan() {
        minutesOfB = world.chance().oneOf(List.of(120, 180, 300));
        Event plan = District.mathPlan(minutesOfB);
        world.happened(Fault.RULES_MOVED, plan);
        append(CloudEventHeaders.write(
                District.told(plan, plan.key(), world.trace().size(), world.now())));
    }

    private void roster(StudentChanged student, long sequence) {
        say(District.told(student, student.key(), sequence, world.now()));
    }

    private void say(Envelope<Event> event) {
        ProducerRecord<byte[], byte[]> record = CloudEventHeaders.write(event);
        if (event.data() instanceof StudentEvent) said.add(record);
        append(record);
    }

    private void sendLate(ProducerRecord<byte[], byte[]> record) {
        world.happened(Fault.LATE_INPUT, record.topic());
        append(record);
    }

    private FakeLog.Entry append(ProducerRecord<byte[], byte[]> record) {
        return world.log().append(record.topic(), record.key(), record.value(), record.headers(), world.now());
    }
}
