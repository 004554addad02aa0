package io.pacelight.bench.box;

import io.pacelight.simulator.District;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.files.AttemptFile;
import io.pacelight.simulator.learning.Attempt;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated district on its way into a box: first the people and the rules, then attempts in the order of school time. */
public final class Semester {
    private static final String CSV = "text/csv";
    private static final String BATCHES = "/api/assessment/v1/attempt-batches/";

    private static final int UNDER_WAY = 2;

    private final District district;
    private final Box box;
    private final Iterator<Attempt> attempts;
    private @Nullable String districtId;

    public Semester(District district, Box box) {
        this.district = district;
        this.box = box;
        this.attempts = district.attempts(
                        District.startOf(SchoolYear.FIRST_DAY), District.startOf(SchoolYear.LAST_DAY.plusDays(1)))
                .iterator();
    }

    /** School time at which so many of a district's attempts have just been made. */
    public static Instant after(District district, int attempts) {
        Instant last = district.attempts(
                        District.startOf(SchoolYear.FIRST_DAY), District.startOf(SchoolYear.LAST_DAY.plusDays(1)))
                .limit(attempts)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("a district without attempts"))
                .assessedAt();
        return last.plus(Duration.ofHours(1));
    }

    /** Imports the people; seconds until the import says that it is done. */
    public double importRoster() {
        byte[] zip = Box.bytes(district::writeOneRoster);
        long before = System.nanoTime();
        box.done(box.api().upload("/api/roster/v1/imports", "district-oneroster.zip", zip), "/api/roster/v1/imports/");
        return (System.nanoTime() - before) / 1e9;
    }

    /** Calendars, bells, curriculum and every class's pacing plan. */
    public void setUp() {
        csv("/api/roster/v1/calendars", district::writeCalendar);
        csv("/api/roster/v1/bell-schedules", district::writeBellSchedule);
        competencies();
        csv("/api/roster/v1/prerequisites", district::writePrerequisites);
        for (Course course : district.map().courses())
            box.api().put("/api/roster/v1/courses/" + course.id() + "/pathway", district.pathwayJson(course));
        for (Section section : district.sections())
            box.api().put("/api/roster/v1/classes/" + section.id() + "/pacing-plan", district.pacingPlanJson(section));
    }

    /** As much as attempts need to be taken. */
    public void competencies() {
        csv("/api/roster/v1/competencies", district::writeCompetencies);
    }

    private void csv(String path, Box.File file) {
        var answer = box.api().post(path, CSV, Box.bytes(file));
        if (answer.path("refused").asInt(0) > 0)
            throw new IllegalStateException(
                    path + " refused " + answer.path("problems").path(0));
    }

    /** Attempts, and how they are handed in: as a file, at the school time at which the last of them has been made. */
    @SuppressWarnings("ArrayRecordComponent") // sent as it is, compared by nobody
    public record Stretch(List<Attempt> attempts, byte[] file) {
        static Stretch of(List<Attempt> attempts) {
            return new Stretch(attempts, Box.bytes(out -> AttemptFile.write(attempts.iterator(), out)));
        }

        public Instant at() {
            return attempts.getLast().assessedAt();
        }
    }

    /** The next attempts in files of {@code rows} at most. */
    public List<Stretch> stretches(int count, int rows) {
        List<Stretch> stretches = new ArrayList<>();
        for (int left = count; left > 0; left -= rows) stretches.add(Stretch.of(next(Math.min(left, rows))));
        return stretches;
    }

    private List<Attempt> next(int count) {
        List<Attempt> stretch = new ArrayList<>(count);
        while (stretch.size() < count) {
            if (!attempts.hasNext())
                throw new IllegalStateException("a year of " + district.students() + " students has too few attempts");
            stretch.add(attempts.next());
        }
        return stretch;
    }

    /**
     * Hands in the files, each at its school time, and waits until all of their rows are recorded. Not before the last but one
     * is recorded is the next handed in, or school time would run away from the attempts, and who mastered in time would have
     * missed it.
     */
    public void record(List<Stretch> stretches) {
        Deque<tools.jackson.databind.JsonNode> accepted = new ArrayDeque<>();
        for (Stretch stretch : stretches) {
            box.advanceTo(stretch.at());
            accepted.add(box.api().post("/api/assessment/v1/attempt-batches", CSV, stretch.file()));
            if (accepted.size() == UNDER_WAY) recorded(accepted.remove());
        }
        accepted.forEach(this::recorded);
    }

    /** Waits until a file that was accepted is recorded, every row of it. */
    public void recorded(tools.jackson.databind.JsonNode accepted) {
        var report = box.done(accepted, BATCHES);
        if (report.path("refused").asInt(-1) != 0)
            throw new IllegalStateException(
                    "attempts were refused: " + report.path("problems").path(0));
    }

    /** Attempts that the reports count, after making sure that none is missing or twice. */
    public long ledger() {
        String id = districtId == null
                ? box.api()
                        .get("/api/reporting/v1/me")
                        .path("district")
                        .path("id")
                        .asString("")
                : districtId;
        districtId = id;
        var ledger = box.api().get("/api/reporting/v1/districts/" + id).path("ledger");
        if (ledger.path("imbalance").asLong(-1) != 0)
            throw new IllegalStateException("the reports' ledger does not balance: " + ledger);
        return ledger.path("attempts").asLong(-1);
    }
}
