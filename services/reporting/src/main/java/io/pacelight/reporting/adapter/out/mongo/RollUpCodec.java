package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.entries;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instantOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.map;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanosOf;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.application.StoredRollUp.Counted;
import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.rollup.CompetencyTally;
import io.pacelight.reporting.domain.rollup.PaceTally;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.StudentTally;
import io.pacelight.reporting.domain.rollup.WeekTally;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** How a total stands in its document. */
public final class RollUpCodec implements StateCodec<StoredRollUp> {
    @Override
    public void write(FieldWriter out, StoredRollUp stored) {
        RollUp total = stored.total();
        out.document("h", total.home(), RollUpCodec::students).document("g", total.guests(), RollUpCodec::students);
        entries(out, "k", total.classes(), RollUpCodec::pace);
        entries(out, "o", total.open(), Cause::name, (entry, count) -> entry.put("n", count.intValue()));
        entries(
                out,
                "w",
                total.weeks(),
                LocalDate::toString,
                (entry, week) -> entry.put("s", week.started())
                        .put("i", week.startedWithinDay())
                        .put("d", week.done()));
        out.put("day", stored.counted().day().toString())
                .put("cal", stored.counted().calendar())
                .put("at", nanosOf(stored.at()));
    }

    @Override
    public StoredRollUp read(String id, StoredFields in) {
        StudentTally home = students(in.document("h"));
        StudentTally guests = students(in.document("g"));
        Map<String, PaceTally> classes = map(in, "k", (classId, row) -> pace(row));
        Map<Cause, Integer> open = new EnumMap<>(Cause.class);
        open.putAll(map(in, "o", Cause::valueOf, (cause, row) -> row.integer("n")));
        Map<LocalDate, WeekTally> weeks = map(
                in,
                "w",
                LocalDate::parse,
                (week, row) -> new WeekTally(row.integer("s"), row.integer("i"), row.integer("d")));
        Long calendar = in.numberOrNone("cal"); // none where it was stored before it was noted
        return new StoredRollUp(
                new RollUp(home, guests, classes, open, weeks),
                new Counted(LocalDate.parse(in.string("day")), calendar == null ? Counted.UNKNOWN : calendar),
                instantOf(in, "at"));
    }

    private static void students(FieldWriter out, StudentTally tally) {
        out.document("p", tally.pace(), RollUpCodec::pace)
                .put("s", tally.stuck())
                .put("a", tally.attempts())
                .put("e", tally.pieces())
                .put("j", tally.judged());
        entries(out, "c", tally.competencies(), RollUpCodec::competency);
    }

    private static StudentTally students(StoredFields in) {
        return new StudentTally(
                pace(in.document("p")),
                in.integer("s"),
                in.number("a"),
                in.number("e"),
                in.number("j"),
                map(in, "c", (code, row) -> competency(row.array("n"))));
    }

    private static void competency(FieldWriter out, CompetencyTally of) {
        out.array("n", row -> row.add(of.students()).add(of.mastered()).add(of.stuck()));
    }

    private static CompetencyTally competency(StoredRow counts) {
        return new CompetencyTally(counts.integer(), counts.integer(), counts.integer());
    }

    private static void pace(FieldWriter out, PaceTally pace) {
        out.array(
                "n",
                row -> row.add(pace.students())
                        .add(pace.onPace())
                        .add(pace.watch())
                        .add(pace.missed()));
    }

    private static PaceTally pace(StoredFields in) {
        StoredRow counts = in.array("n");
        return new PaceTally(counts.integer(), counts.integer(), counts.integer(), counts.integer());
    }
}
