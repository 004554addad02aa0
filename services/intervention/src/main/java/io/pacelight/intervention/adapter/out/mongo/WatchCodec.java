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
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.RowWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Utils;
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
    public void index(FieldWriter out, String id, StudentWatch watch) {
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
        out.put("bucket", bucket(id))
                .strings("classes", classes)
                .strings("open", open)
                .strings("held", held)
                .putAny("due", millis(watch.dueAt()));
    }

    @Override
    public void write(FieldWriter out, StudentWatch watch) {
        out.put("enrolmentSequence", watch.enrolmentSequence())
                .put("review", watch.reviewAsked())
                .rows(
                        "enrolments",
                        watch.enrolments(),
                        (row, one) -> row.add(one.classId())
                                .add(one.course())
                                .add(text(one.begin()))
                                .add(text(one.end())))
                .rows("attendance", watch.attendance().entrySet(), WatchCodec::attendance)
                .rows("standings", watch.standings().entrySet(), WatchCodec::standing)
                .rows(
                        "clocks",
                        watch.clocks(),
                        (row, clock) -> row.add(clock.classId())
                                .add(clock.startsAt().toEpochMilli())
                                .add(clock.endsAt().toEpochMilli())
                                .add(clock.begun())
                                .add(millis(clock.stallDueAt())))
                .rows(
                        "lights",
                        watch.lights().entrySet(),
                        (row, of) -> row.add(of.getKey()).nested(of.getValue().values(), WatchCodec::light))
                .rows("reasons", watch.reasons(), WatchCodec::reason)
                .documents("conferences", watch.conferences(), WatchCodec::conference);
    }

    @Override
    public StudentWatch read(String id, StoredFields in) {
        int cut = id.indexOf('|');
        String district = id.substring(0, cut);
        String student = id.substring(cut + 1);
        long enrolmentSequence = in.number("enrolmentSequence");
        boolean review = in.flag("review");
        List<Enrolled> enrolments = in.rows(
                "enrolments", row -> new Enrolled(row.string(), row.string(), dateOrNone(row), dateOrNone(row)));
        Map<String, StudentWatch.Attendance> attendance = new HashMap<>();
        for (StoredRow rows = in.array("attendance"); rows.hasNext(); ) {
            StoredRow row = rows.array();
            attendance.put(row.string(), attendance(row));
        }
        Map<String, Standing> standings = new HashMap<>();
        for (StoredRow rows = in.array("standings"); rows.hasNext(); ) {
            StoredRow row = rows.array();
            standings.put(row.string(), standing(row));
        }
        List<ClassClock> clocks = in.rows(
                "clocks",
                row -> new ClassClock(row.string(), instant(row), instant(row), row.flag(), instantOrNone(row)));
        Map<String, Map<String, Light>> lights = new HashMap<>();
        for (StoredRow rows = in.array("lights"); rows.hasNext(); ) {
            StoredRow row = rows.array();
            lights.put(row.string(), lights(row.array()));
        }
        return StudentWatch.restored(
                district,
                student,
                enrolmentSequence,
                review,
                enrolments,
                attendance,
                standings,
                clocks,
                lights,
                in.rows("reasons", row -> reason(district, student, row)),
                in.documents("conferences", WatchCodec::conference));
    }

    private static void attendance(RowWriter row, Map.Entry<String, StudentWatch.Attendance> entry) {
        StudentWatch.Attendance one = entry.getValue();
        row.add(entry.getKey()).add(one.sequence());
        Absence absence = one.absence();
        if (absence != null)
            row.add(absence.date().toString()).add(absence.classId()).add(absence.minutes());
    }

    private static StudentWatch.Attendance attendance(StoredRow row) {
        return new StudentWatch.Attendance(
                row.number(),
                row.hasNext()
                        ? new Absence(LocalDate.parse(row.string()), row.stringOrNone(), row.integerOrNone())
                        : null);
    }

    private static void standing(RowWriter row, Map.Entry<String, Standing> entry) {
        Standing standing = entry.getValue();
        row.add(entry.getKey())
                .add(standing.sequence())
                .add(standing.status().name())
                .add(standing.mastered())
                .add(millis(standing.masteredAt()))
                .add(standing.attempts())
                .add(standing.wheelSpinning())
                .add(millis(standing.lastAttemptAt()))
                .add(millis(standing.movedAt()));
    }

    private static Standing standing(StoredRow row) {
        return new Standing(
                row.number(),
                Standing.Status.valueOf(row.string()),
                row.flag(),
                instantOrNone(row),
                row.integer(),
                row.flag(),
                instantOrNone(row),
                instantOrNone(row));
    }

    private static void light(RowWriter row, Light light) {
        row.add(light.competency())
                .add(light.pace().name())
                .add(light.watchAt().toEpochMilli())
                .add(light.targetAt().toEpochMilli())
                .add(light.episode());
    }

    private static Map<String, Light> lights(StoredRow rows) {
        Map<String, Light> lights = new HashMap<>();
        while (rows.hasNext()) {
            StoredRow row = rows.array();
            Light light =
                    new Light(row.string(), Pace.valueOf(row.string()), instant(row), instant(row), row.integer());
            lights.put(light.competency(), light);
        }
        return lights;
    }

    /** An id that follows from the rest is not stored, nor a class or conference that is the usual one. */
    private static void reason(RowWriter row, Reason reason) {
        Reason.Clearing clearing = reason.clearing();
        row.add(reason.struckIn())
                .add(reason.target())
                .add(reason.episode())
                .add(reason.classId().equals(reason.struckIn()) ? null : reason.classId())
                .add(reason.conference().equals(reason.id()) ? null : reason.conference())
                .add(reason.competency())
                .add(reason.cause().name())
                .add(reason.since().toEpochMilli())
                .add(reason.dueAt().toEpochMilli())
                .add(reason.struckAt().toEpochMilli())
                .add(clearing == null ? null : clearing.how().name())
                .add(clearing == null ? null : millis(clearing.at()));
    }

    private static Reason reason(String district, String student, StoredRow row) {
        String struckIn = row.string();
        String target = row.string();
        int episode = row.integer();
        String id = Reason.id(district, student, struckIn, target, episode);
        String classId = row.stringOrNone();
        String conference = row.stringOrNone();
        return new Reason(
                id,
                conference == null ? id : conference,
                classId == null ? struckIn : classId,
                struckIn,
                target,
                row.stringOrNone(),
                Cause.valueOf(row.string()),
                episode,
                instant(row),
                instant(row),
                instant(row),
                clearing(row));
    }

    private static Reason.@Nullable Clearing clearing(StoredRow row) {
        String how = row.stringOrNone();
        return how == null ? null : new Reason.Clearing(Reason.How.valueOf(how), instant(row));
    }

    private static void conference(FieldWriter out, Conference conference) {
        out.put("id", conference.id())
                .put("class", conference.classId())
                .put("state", conference.state().name())
                .put("openedAt", conference.openedAt().toEpochMilli())
                .put("startedAt", millis(conference.startedAt()))
                .put("by", conference.by())
                .put("snoozedUntil", millis(conference.snoozedUntil()))
                .put("snoozedMeetings", conference.snoozedMeetings())
                .put("closedAt", millis(conference.closedAt()))
                .put("outcome", conference.outcome())
                .put("nextStep", conference.nextStep())
                .put("nextStepOn", text(conference.nextStepOn()))
                .put("promiseDueAt", millis(conference.promiseDueAt()))
                .put("note", conference.note());
    }

    private static Conference conference(StoredFields in) {
        return new Conference(
                in.string("id"),
                in.string("class"),
                Conference.State.valueOf(in.string("state")),
                Instant.ofEpochMilli(in.number("openedAt")),
                instant(in.numberOrNone("startedAt")),
                in.stringOrNone("by"),
                instant(in.numberOrNone("snoozedUntil")),
                in.integer("snoozedMeetings"),
                instant(in.numberOrNone("closedAt")),
                in.stringOrNone("outcome"),
                in.stringOrNone("nextStep"),
                date(in.stringOrNone("nextStepOn")),
                instant(in.numberOrNone("promiseDueAt")),
                in.stringOrNone("note"));
    }

    private static Instant instant(StoredRow row) {
        return Instant.ofEpochMilli(row.number());
    }

    private static @Nullable Instant instantOrNone(StoredRow row) {
        return instant(row.numberOrNone());
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    private static @Nullable LocalDate dateOrNone(StoredRow row) {
        return date(row.stringOrNone());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
