package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.entries;
import static io.pacelight.reporting.adapter.out.mongo.Fields.instantOf;
import static io.pacelight.reporting.adapter.out.mongo.Fields.list;
import static io.pacelight.reporting.adapter.out.mongo.Fields.map;
import static io.pacelight.reporting.adapter.out.mongo.Fields.nanos;

import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.rollup.CompetencyTally;
import io.pacelight.reporting.domain.rollup.PaceTally;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.StudentTally;
import io.pacelight.reporting.domain.rollup.WeekTally;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** How a total stands in its document. */
public final class RollUpCodec implements StateCodec<StoredRollUp> {
    @Override
    public Document write(StoredRollUp stored) {
        RollUp total = stored.total();
        return new Document("h", students(total.home()))
                .append("g", students(total.guests()))
                .append("k", entries(total.classes(), RollUpCodec::pace))
                .append("o", entries(total.open(), Cause::name, count -> new Document("n", count)))
                .append(
                        "w",
                        entries(
                                total.weeks(),
                                LocalDate::toString,
                                week -> new Document("s", week.started())
                                        .append("i", week.startedWithinDay())
                                        .append("d", week.done())))
                .append("day", stored.day().toString())
                .append("at", nanos(stored.at()));
    }

    @Override
    public StoredRollUp read(String id, Document stored) {
        Map<Cause, Integer> open = new EnumMap<>(Cause.class);
        for (Document row : list(stored, "o")) open.put(Cause.valueOf(row.getString("k")), row.getInteger("n"));
        Map<LocalDate, WeekTally> weeks = new HashMap<>();
        for (Document row : list(stored, "w"))
            weeks.put(
                    LocalDate.parse(row.getString("k")),
                    new WeekTally(row.getInteger("s"), row.getInteger("i"), row.getInteger("d")));
        RollUp total = new RollUp(
                students(stored.get("h", Document.class)),
                students(stored.get("g", Document.class)),
                map(stored, "k", (classId, row) -> pace(row)),
                open,
                weeks);
        return new StoredRollUp(total, LocalDate.parse(stored.getString("day")), instantOf(stored, "at"));
    }

    private static Document students(StudentTally tally) {
        return new Document("p", pace(tally.pace()))
                .append("s", tally.stuck())
                .append("a", tally.attempts())
                .append("e", tally.pieces())
                .append("j", tally.judged())
                .append(
                        "c",
                        entries(
                                tally.competencies(),
                                row -> new Document("n", List.of(row.students(), row.mastered(), row.stuck()))));
    }

    private static StudentTally students(Document stored) {
        return new StudentTally(
                pace(stored.get("p", Document.class)),
                stored.getInteger("s"),
                stored.getLong("a"),
                stored.getLong("e"),
                stored.getLong("j"),
                map(stored, "c", (code, row) -> competency(row.getList("n", Integer.class))));
    }

    private static CompetencyTally competency(List<Integer> counts) {
        return new CompetencyTally(counts.get(0), counts.get(1), counts.get(2));
    }

    private static Document pace(PaceTally pace) {
        return new Document("n", List.of(pace.students(), pace.onPace(), pace.watch(), pace.missed()));
    }

    private static PaceTally pace(Document stored) {
        List<Integer> counts = stored.getList("n", Integer.class);
        return new PaceTally(counts.get(0), counts.get(1), counts.get(2), counts.get(3));
    }
}
