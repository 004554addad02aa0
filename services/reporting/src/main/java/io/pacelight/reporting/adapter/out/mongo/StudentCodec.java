package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.date;
import static io.pacelight.reporting.adapter.out.mongo.Fields.entries;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instant;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instantOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.list;
import static io.pacelight.reporting.adapter.out.mongo.Fields.map;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanos;
import static io.pacelight.reporting.adapter.out.mongo.Fields.packed;
import static io.pacelight.reporting.adapter.out.mongo.Fields.put;
import static io.pacelight.reporting.adapter.out.mongo.Fields.text;
import static io.pacelight.reporting.adapter.out.mongo.Fields.texts;
import static io.pacelight.reporting.adapter.out.mongo.Fields.unpacked;

import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.reporting.domain.AttemptLedger;
import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.ClassStanding;
import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.Conference;
import io.pacelight.reporting.domain.ConferenceStatus;
import io.pacelight.reporting.domain.Enrolment;
import io.pacelight.reporting.domain.Light;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.Placement;
import io.pacelight.reporting.domain.Stall;
import io.pacelight.reporting.domain.Struggle;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How a student's state stands in its document. Beside it stand three lists for indexes: {@code classes} ever belonged
 * to, {@code buckets} the student may count in, and {@code guardians}.
 */
public final class StudentCodec implements StateCodec<StudentState> {
    static final String CLASSES = "classes";
    static final String BUCKETS = "buckets";
    static final String GUARDIANS = "guardians";

    @Override
    public Document write(StudentState state) {
        Document document = new Document("d", state.district()).append("s", state.student());
        put(document, "p", state.placement() == null ? null : placement(state.placement()));
        return document.append("c", Cells.write(state.competencies(), StudentCodec::competence))
                .append("k", entries(state.classes(), StudentCodec::standing))
                .append("m", entries(state.conferences(), StudentCodec::conference))
                .append("at", packed(state.attempts().attempts()))
                .append("pc", packed(state.attempts().pieces()))
                .append("vd", packed(state.attempts().voided()))
                .append("ever", Fields.sorted(state.everAt()));
    }

    @Override
    public StudentState read(String id, Document stored) {
        Document placement = stored.get("p", Document.class);
        return new StudentState(
                stored.getString("d"),
                stored.getString("s"),
                placement == null ? null : placement(placement),
                Cells.read(stored, "c", StudentCodec::competence),
                map(stored, "k", (classId, row) -> standing(row)),
                map(stored, "m", StudentCodec::conference),
                AttemptLedger.of(unpacked(stored, "at"), unpacked(stored, "pc"), unpacked(stored, "vd")),
                new HashSet<>(texts(stored, "ever")));
    }

    @Override
    public Document indexed(String id, StudentState state) {
        Set<String> classes = new TreeSet<>();
        state.enrolments().forEach(enrolment -> classes.add(Keys.of(state.district(), enrolment.classId())));
        Set<String> buckets = new TreeSet<>();
        for (String school : state.concerned())
            if (!school.equals(StudentState.NO_SCHOOL) || nowhere(state))
                buckets.add(RollUpIds.of(Bucket.of(state.district(), school, state.student())));
        List<String> guardians = new ArrayList<>();
        if (state.active() && state.placement() != null)
            for (String guardian : state.placement().guardians()) guardians.add(Keys.of(state.district(), guardian));
        return new Document(CLASSES, List.copyOf(classes))
                .append(BUCKETS, List.copyOf(buckets))
                .append(GUARDIANS, guardians);
    }

    /** Whether the student may, today or on another day, be at home in no school. */
    private static boolean nowhere(StudentState state) {
        return state.placement() == null
                || !state.active()
                || state.placement().schools().isEmpty();
    }

    private static Document placement(Placement placement) {
        List<Document> enrolments = new ArrayList<>();
        for (Enrolment enrolment : placement.enrolments()) {
            Document row = new Document("c", enrolment.classId())
                    .append("o", enrolment.course())
                    .append("s", enrolment.school());
            put(row, "b", text(enrolment.begin()));
            put(row, "e", text(enrolment.end()));
            enrolments.add(row);
        }
        return new Document("g", placement.grades())
                .append("s", placement.schools())
                .append("e", enrolments)
                .append("u", placement.guardians())
                .append("a", placement.active())
                .append("q", placement.sequence());
    }

    private static Placement placement(Document stored) {
        return new Placement(
                texts(stored, "g"),
                texts(stored, "s"),
                list(stored, "e").stream()
                        .map(row -> new Enrolment(
                                row.getString("c"),
                                row.getString("o"),
                                row.getString("s"),
                                date(row, "b"),
                                date(row, "e")))
                        .toList(),
                texts(stored, "u"),
                stored.getBoolean("a"),
                stored.getLong("q"));
    }

    private static void competence(Cells cells, Competence row) {
        cells.add(row.level())
                .add(row.shown())
                .add(row.mastered())
                .add(row.masteredAt())
                .add(row.attempts())
                .add(row.chancesHad())
                .add(row.chancesNeeded())
                .add(Fields.decimals(row.recent()))
                .add(row.struggle())
                .add(row.lastAttemptAt())
                .add(row.readyForNext())
                .add(row.sequence());
    }

    private static Competence competence(Cells cells) {
        return new Competence(
                cells.decimal(),
                cells.decimal(),
                cells.flag(),
                cells.instant(),
                cells.number(),
                cells.number(),
                cells.number(),
                Fields.decimals(cells.text()),
                Struggle.valueOf(cells.text()),
                cells.instant(),
                cells.flag(),
                cells.count());
    }

    private static Document standing(ClassStanding standing) {
        Document document = new Document("l", Cells.write(standing.lights(), StudentCodec::light));
        put(document, "s", stall(standing.stall()));
        put(document, "f", nanos(standing.forgottenUntil()));
        return document;
    }

    private static ClassStanding standing(Document row) {
        Document stall = row.get("s", Document.class);
        return new ClassStanding(
                Cells.read(row, "l", StudentCodec::light),
                stall == null
                        ? null
                        : new Stall(
                                stall.getString("c") == null ? null : Cause.valueOf(stall.getString("c")),
                                instant(stall, "s"),
                                stall.getLong("q")),
                instant(row, "f"));
    }

    private static @Nullable Document stall(@Nullable Stall stall) {
        if (stall == null) return null;
        Document document = new Document("q", stall.sequence());
        put(document, "c", text(stall.cause()));
        put(document, "s", nanos(stall.since()));
        return document;
    }

    private static void light(Cells cells, Light light) {
        cells.add(light.pace())
                .add(light.watchAt())
                .add(light.targetAt())
                .add(light.episode())
                .add(light.sequence());
    }

    private static Light light(Cells cells) {
        return new Light(Pace.valueOf(cells.text()), cells.instant(), cells.instant(), cells.number(), cells.count());
    }

    private static Document conference(Conference conference) {
        Document document = new Document("c", conference.classId())
                .append("st", conference.status().name())
                .append("ca", conference.cause().name())
                .append("o", nanos(conference.openedAt()))
                .append("q", conference.sequence());
        put(document, "sa", nanos(conference.startedAt()));
        put(document, "ce", nanos(conference.closedAt()));
        put(document, "ou", conference.outcome());
        put(document, "nx", conference.nextStep());
        put(document, "on", text(conference.nextStepOn()));
        return document;
    }

    private static Conference conference(String id, Document row) {
        return new Conference(
                id,
                row.getString("c"),
                ConferenceStatus.valueOf(row.getString("st")),
                Cause.valueOf(row.getString("ca")),
                instantOf(row, "o"),
                instant(row, "sa"),
                instant(row, "ce"),
                row.getString("ou"),
                row.getString("nx"),
                date(row, "on"),
                row.getLong("q"));
    }
}
