package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.date;
import static io.pacelight.reporting.adapter.out.mongo.Fields.entries;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instant;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instantOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.map;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanos;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanosOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.packed;
import static io.pacelight.reporting.adapter.out.mongo.Fields.text;
import static io.pacelight.reporting.adapter.out.mongo.Fields.unpacked;

import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a student's state stands in its document. Beside it stand three lists for indexes: {@code classes} ever belonged
 * to, {@code buckets} the student may count in, and {@code guardians}.
 */
public final class StudentCodec implements StateCodec<StudentState> {
    static final String CLASSES = "classes";
    static final String BUCKETS = "buckets";
    static final String GUARDIANS = "guardians";

    @Override
    public void write(FieldWriter out, StudentState state) {
        out.put("d", state.district())
                .put("s", state.student())
                .documentIfAny("p", state.placement(), StudentCodec::placement);
        Cells.write(out, "c", state.competencies(), StudentCodec::competence);
        entries(out, "k", state.classes(), StudentCodec::standing);
        entries(out, "m", state.conferences(), StudentCodec::conference);
        out.put("at", packed(state.attempts().attempts()))
                .put("pc", packed(state.attempts().pieces()))
                .put("vd", packed(state.attempts().voided()))
                .strings("ever", Fields.sorted(state.everAt()));
    }

    @Override
    public StudentState read(String id, StoredFields in) {
        String district = in.string("d");
        String student = in.string("s");
        StoredFields placement = in.documentOrNone("p");
        return new StudentState(
                district,
                student,
                placement == null ? null : placement(placement),
                Cells.read(in, "c", StudentCodec::competence),
                map(in, "k", (classId, row) -> standing(row)),
                map(in, "m", StudentCodec::conference),
                AttemptLedger.of(unpacked(in, "at"), unpacked(in, "pc"), unpacked(in, "vd")),
                new HashSet<>(in.strings("ever")));
    }

    @Override
    public void index(FieldWriter out, String id, StudentState state) {
        Set<String> classes = new TreeSet<>();
        state.enrolments().forEach(enrolment -> classes.add(Keys.of(state.district(), enrolment.classId())));
        List<String> guardians = new ArrayList<>();
        if (state.active() && state.placement() != null)
            for (String guardian : state.placement().guardians()) guardians.add(Keys.of(state.district(), guardian));
        out.strings(CLASSES, classes).strings(BUCKETS, buckets(state)).strings(GUARDIANS, guardians);
    }

    /** Ids of the buckets that the student may count in. */
    static Set<String> buckets(StudentState state) {
        Set<String> buckets = new TreeSet<>();
        for (String school : state.mayCountIn())
            buckets.add(RollUpIds.of(Bucket.of(state.district(), school, state.student())));
        return buckets;
    }

    private static void placement(FieldWriter out, Placement placement) {
        out.strings("g", placement.grades())
                .strings("s", placement.schools())
                .documents("e", placement.enrolments(), StudentCodec::enrolment)
                .strings("u", placement.guardians())
                .put("a", placement.active())
                .put("q", placement.sequence());
    }

    private static Placement placement(StoredFields in) {
        return new Placement(
                in.strings("g"),
                in.strings("s"),
                in.documents("e", StudentCodec::enrolment),
                in.strings("u"),
                in.flag("a"),
                in.number("q"));
    }

    private static void enrolment(FieldWriter out, Enrolment enrolment) {
        out.put("c", enrolment.classId())
                .put("o", enrolment.course())
                .put("s", enrolment.school())
                .putAny("b", text(enrolment.begin()))
                .putAny("e", text(enrolment.end()));
    }

    private static Enrolment enrolment(StoredFields in) {
        return new Enrolment(in.string("c"), in.string("o"), in.string("s"), date(in, "b"), date(in, "e"));
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

    private static void standing(FieldWriter out, ClassStanding standing) {
        Cells.write(out, "l", standing.lights(), StudentCodec::light);
        out.documentIfAny("s", standing.stall(), StudentCodec::stall).putAny("f", nanos(standing.forgottenUntil()));
    }

    private static ClassStanding standing(StoredFields in) {
        Map<String, Light> lights = Cells.read(in, "l", StudentCodec::light);
        StoredFields stall = in.documentOrNone("s");
        return new ClassStanding(lights, stall == null ? null : stall(stall), instant(in, "f"));
    }

    private static void stall(FieldWriter out, Stall stall) {
        out.put("q", stall.sequence()).putAny("c", text(stall.cause())).putAny("s", nanos(stall.since()));
    }

    private static Stall stall(StoredFields in) {
        String cause = in.stringOrNone("c");
        return new Stall(cause == null ? null : Cause.valueOf(cause), instant(in, "s"), in.number("q"));
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

    private static void conference(FieldWriter out, Conference conference) {
        out.put("c", conference.classId())
                .put("st", conference.status().name())
                .put("ca", conference.cause().name())
                .put("o", nanosOf(conference.openedAt()))
                .put("q", conference.sequence())
                .putAny("sa", nanos(conference.startedAt()))
                .putAny("ce", nanos(conference.closedAt()))
                .putAny("ou", conference.outcome())
                .putAny("nx", conference.nextStep())
                .putAny("on", text(conference.nextStepOn()));
    }

    private static Conference conference(String id, StoredFields in) {
        return new Conference(
                id,
                in.string("c"),
                ConferenceStatus.valueOf(in.string("st")),
                Cause.valueOf(in.string("ca")),
                instantOf(in, "o"),
                instant(in, "sa"),
                instant(in, "ce"),
                in.stringOrNone("ou"),
                in.stringOrNone("nx"),
                date(in, "on"),
                in.number("q"));
    }
}
