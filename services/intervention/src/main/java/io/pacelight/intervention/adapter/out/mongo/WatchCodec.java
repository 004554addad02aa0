package io.pacelight.intervention.adapter.out.mongo;

import io.pacelight.intervention.domain.Absence;
import io.pacelight.intervention.domain.Cause;
import io.pacelight.intervention.domain.ClassClock;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.Enrolled;
import io.pacelight.intervention.domain.Light;
import io.pacelight.intervention.domain.Pace;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.Standing;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.kit.mongo.StateCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Utils;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How a watch stands in its document: rows as lists, instants as milliseconds, so that it stays small. Beside it stand
 * the fields that watches are found by: {@code bucket} and {@code due}, {@code classes}, {@code open} and {@code held}.
 */
public final class WatchCodec implements StateCodec<StudentWatch> {
    /** Buckets of due clocks; each partition count divides it, so bucket mod partitions is the key's partition. */
    public static final int BUCKETS = 64;

    /** The bucket of a document, by the hash that Kafka's own partitioner uses. */
    public static int bucket(String document) {
        return Utils.toPositive(Utils.murmur2(document.getBytes(StandardCharsets.UTF_8))) % BUCKETS;
    }

    static String held(String district, String staff, LocalDate utcDate) {
        return district + "|" + staff + "|" + utcDate;
    }

    @Override
    public Document indexed(String id, StudentWatch watch) {
        Set<String> classes = new TreeSet<>();
        for (Enrolled enrolled : watch.enrolments()) classes.add(watch.district() + "|" + enrolled.classId());
        Set<String> open = new TreeSet<>();
        Set<String> held = new TreeSet<>();
        for (Conference conference : watch.conferences()) {
            if (conference.state().isOpen()) open.add(watch.district() + "|" + conference.classId());
            Instant closedAt = conference.closedAt();
            if (conference.state() == Conference.State.DONE && closedAt != null && conference.by() != null)
                held.add(held(
                        watch.district(),
                        conference.by(),
                        closedAt.atZone(ZoneOffset.UTC).toLocalDate()));
        }
        Document fields = new Document("bucket", bucket(id))
                .append("classes", List.copyOf(classes))
                .append("open", List.copyOf(open))
                .append("held", List.copyOf(held));
        Instant due = watch.dueAt();
        return due == null ? fields : fields.append("due", due.toEpochMilli());
    }

    @Override
    public Document write(StudentWatch watch) {
        List<Object> lights = new ArrayList<>();
        watch.lights().forEach((classId, of) -> {
            List<Object> rows = new ArrayList<>();
            for (Light light : of.values())
                rows.add(row(
                        light.competency(),
                        light.pace().name(),
                        light.watchAt().toEpochMilli(),
                        light.targetAt().toEpochMilli(),
                        light.episode()));
            lights.add(row(classId, rows));
        });
        List<Object> attendance = new ArrayList<>();
        watch.attendance().forEach((key, one) -> attendance.add(absence(key, one)));
        List<Object> standings = new ArrayList<>();
        watch.standings().forEach((competency, standing) -> standings.add(standing(competency, standing)));
        return new Document("enrolmentSequence", watch.enrolmentSequence())
                .append("review", watch.reviewAsked())
                .append(
                        "enrolments",
                        watch.enrolments().stream()
                                .map(one -> row(one.classId(), one.course(), text(one.begin()), text(one.end())))
                                .toList())
                .append("attendance", attendance)
                .append("standings", standings)
                .append(
                        "clocks",
                        watch.clocks().stream()
                                .map(clock -> row(
                                        clock.classId(),
                                        clock.startsAt().toEpochMilli(),
                                        clock.endsAt().toEpochMilli(),
                                        clock.begun(),
                                        millis(clock.stallDueAt())))
                                .toList())
                .append("lights", lights)
                .append(
                        "reasons",
                        watch.reasons().stream().map(WatchCodec::reason).toList())
                .append(
                        "conferences",
                        watch.conferences().stream().map(WatchCodec::conference).toList());
    }

    @Override
    public StudentWatch read(String id, Document stored) {
        int cut = id.indexOf('|');
        String district = id.substring(0, cut);
        String student = id.substring(cut + 1);
        Map<String, StudentWatch.Attendance> attendance = new HashMap<>();
        for (Row row : rows(stored, "attendance")) attendance.put(row.string(0), absence(row));
        Map<String, Standing> standings = new HashMap<>();
        for (Row row : rows(stored, "standings")) standings.put(row.string(0), standing(row));
        Map<String, Map<String, Light>> lights = new HashMap<>();
        for (Row row : rows(stored, "lights")) {
            Map<String, Light> of = new HashMap<>();
            for (Row light : row.rows(1))
                of.put(
                        light.string(0),
                        new Light(
                                light.string(0),
                                Pace.valueOf(light.string(1)),
                                light.instant(2),
                                light.instant(3),
                                light.number(4)));
            lights.put(row.string(0), of);
        }
        return StudentWatch.restored(
                district,
                student,
                stored.getLong("enrolmentSequence"),
                stored.getBoolean("review"),
                rows(stored, "enrolments").stream()
                        .map(row -> new Enrolled(row.string(0), row.string(1), row.date(2), row.date(3)))
                        .toList(),
                attendance,
                standings,
                rows(stored, "clocks").stream()
                        .map(row -> new ClassClock(
                                row.string(0), row.instant(1), row.instant(2), row.flag(3), row.instantOrNone(4)))
                        .toList(),
                lights,
                rows(stored, "reasons").stream()
                        .map(row -> reason(district, student, row))
                        .toList(),
                stored.getList("conferences", Document.class).stream()
                        .map(WatchCodec::conference)
                        .toList());
    }

    private static List<Object> absence(String key, StudentWatch.Attendance one) {
        Absence absence = one.absence();
        return absence == null
                ? row(key, one.sequence())
                : row(key, one.sequence(), text(absence.date()), absence.classId(), absence.minutes());
    }

    private static StudentWatch.Attendance absence(Row row) {
        return new StudentWatch.Attendance(
                row.count(1),
                row.size() < 3 ? null : new Absence(row.someDate(2), row.stringOrNone(3), row.numberOrNone(4)));
    }

    private static List<Object> standing(String competency, Standing standing) {
        return row(
                competency,
                standing.sequence(),
                standing.status().name(),
                standing.mastered(),
                millis(standing.masteredAt()),
                standing.attempts(),
                standing.wheelSpinning(),
                millis(standing.lastAttemptAt()),
                millis(standing.movedAt()));
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.count(1),
                Standing.Status.valueOf(row.string(2)),
                row.flag(3),
                row.instantOrNone(4),
                row.number(5),
                row.flag(6),
                row.instantOrNone(7),
                row.instantOrNone(8));
    }

    /** An id that follows from the rest is not stored, nor a class or conference that is the usual one. */
    private static List<Object> reason(Reason reason) {
        Reason.Clearing clearing = reason.clearing();
        return row(
                reason.struckIn(),
                reason.target(),
                reason.episode(),
                reason.classId().equals(reason.struckIn()) ? null : reason.classId(),
                reason.conference().equals(reason.id()) ? null : reason.conference(),
                reason.competency(),
                reason.cause().name(),
                reason.since().toEpochMilli(),
                reason.dueAt().toEpochMilli(),
                reason.struckAt().toEpochMilli(),
                clearing == null ? null : clearing.how().name(),
                clearing == null ? null : clearing.at().toEpochMilli());
    }

    private static Reason reason(String district, String student, Row row) {
        String id = Reason.id(district, student, row.string(0), row.string(1), row.number(2));
        String classId = row.stringOrNone(3);
        String conference = row.stringOrNone(4);
        String how = row.stringOrNone(10);
        return new Reason(
                id,
                conference == null ? id : conference,
                classId == null ? row.string(0) : classId,
                row.string(0),
                row.string(1),
                row.stringOrNone(5),
                Cause.valueOf(row.string(6)),
                row.number(2),
                row.instant(7),
                row.instant(8),
                row.instant(9),
                how == null ? null : new Reason.Clearing(Reason.How.valueOf(how), row.instant(11)));
    }

    private static Document conference(Conference conference) {
        return new Document("id", conference.id())
                .append("class", conference.classId())
                .append("state", conference.state().name())
                .append("openedAt", conference.openedAt().toEpochMilli())
                .append("startedAt", millis(conference.startedAt()))
                .append("by", conference.by())
                .append("snoozedUntil", millis(conference.snoozedUntil()))
                .append("snoozedMeetings", conference.snoozedMeetings())
                .append("closedAt", millis(conference.closedAt()))
                .append("outcome", conference.outcome())
                .append("nextStep", conference.nextStep())
                .append("nextStepOn", text(conference.nextStepOn()))
                .append("promiseDueAt", millis(conference.promiseDueAt()))
                .append("note", conference.note());
    }

    private static Conference conference(Document stored) {
        String nextStepOn = stored.getString("nextStepOn");
        return new Conference(
                stored.getString("id"),
                stored.getString("class"),
                Conference.State.valueOf(stored.getString("state")),
                instant(stored, "openedAt"),
                instantOrNone(stored, "startedAt"),
                stored.getString("by"),
                instantOrNone(stored, "snoozedUntil"),
                stored.getInteger("snoozedMeetings"),
                instantOrNone(stored, "closedAt"),
                stored.getString("outcome"),
                stored.getString("nextStep"),
                nextStepOn == null ? null : LocalDate.parse(nextStepOn),
                instantOrNone(stored, "promiseDueAt"),
                stored.getString("note"));
    }

    private static Instant instant(Document stored, String field) {
        return Instant.ofEpochMilli(stored.getLong(field));
    }

    private static @Nullable Instant instantOrNone(Document stored, String field) {
        Long millis = stored.getLong(field);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static List<Object> row(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static List<Row> rows(Document stored, String field) {
        return stored.getList(field, List.class).stream()
                .map(values -> new Row((List<?>) values))
                .toList();
    }
}
