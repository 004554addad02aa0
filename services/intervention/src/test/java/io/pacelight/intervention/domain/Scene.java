package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One student, classes that meet from 8:00 to 9:00 on weekdays, and what happened so far. */
final class Scene {
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final LocalDate MON = LocalDate.of(2022, 1, 10);
    static final LocalDate LAST = LocalDate.of(2022, 5, 27);

    final Map<String, ClassFacts> classes = new HashMap<>();
    final WatchDecider decider = new WatchDecider(classes::get);
    StudentWatch state = StudentWatch.of("d1", "stu_1");
    List<WatchEvent> last = List.of();
    private long sequence;

    static Instant at(int day, String time) {
        return MON.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    static ClassFacts facts(String classId, String course, Set<LocalDate> closed, List<PacingPlan.Target> targets) {
        ClassTime time = ClassTime.of(
                ZONE,
                SchoolDays.weekdaysExcept(closed),
                MON,
                LAST,
                List.of(new MeetingRule(Set.of(), LocalTime.of(8, 0), LocalTime.of(9, 0), null, null, null, "1")));
        PacingPlan plan = new PacingPlan(targets);
        return new ClassFacts(
                classId,
                course,
                true,
                MON,
                LAST,
                time,
                plan,
                ClassFacts.competencies(plan, List.of()),
                StallRule.DEFAULT);
    }

    /** A class of course {@code course-ID} whose competencies take the given minutes, in order. */
    Scene withClass(String classId, Object... competenciesAndMinutes) {
        return withSection(classId, "course-" + classId, competenciesAndMinutes);
    }

    Scene withSection(String classId, String course, Object... competenciesAndMinutes) {
        classes.put(classId, facts(classId, course, Set.of(), targets(competenciesAndMinutes)));
        return this;
    }

    /** The roster withdraws the class. */
    Scene withdrawn(String classId) {
        ClassFacts was = classes.get(classId);
        if (was == null) throw new AssertionError("there is no class " + classId);
        classes.put(
                classId,
                new ClassFacts(
                        classId,
                        was.course(),
                        false,
                        was.termStart(),
                        was.termEnd(),
                        was.time(),
                        was.plan(),
                        was.competencies(),
                        was.stallRule()));
        return told(new WatchInput.ReferenceMoved());
    }

    static List<PacingPlan.Target> targets(Object... competenciesAndMinutes) {
        List<PacingPlan.Target> targets = new ArrayList<>();
        for (int i = 0; i < competenciesAndMinutes.length; i += 2)
            targets.add(new PacingPlan.Target(
                    (String) competenciesAndMinutes[i], (Integer) competenciesAndMinutes[i + 1], null));
        return targets;
    }

    Scene enrolledIn(String... classIds) {
        List<Enrolled> enrolled = new ArrayList<>();
        for (String classId : classIds) enrolled.add(stay(classId, null, null));
        return enrolled(enrolled.toArray(new Enrolled[0]));
    }

    Enrolled stay(String classId, @Nullable Integer begin, @Nullable Integer end) {
        ClassFacts facts = classes.get(classId);
        return new Enrolled(
                classId,
                facts == null ? "?" : facts.course(),
                begin == null ? null : MON.plusDays(begin),
                end == null ? null : MON.plusDays(end));
    }

    Scene enrolled(Enrolled... enrolments) {
        return told(new WatchInput.EnrolmentsTold(++sequence, List.of(enrolments)));
    }

    Scene learning(String competency, Instant at) {
        return told(standing(competency, ++sequence, Standing.Status.LEARNING, at, at));
    }

    Scene attempted(String competency, Instant movedAt, Instant attemptedAt) {
        return told(standing(competency, ++sequence, Standing.Status.CORRECTIVE, movedAt, attemptedAt));
    }

    Scene mastered(String competency, Instant at) {
        return told(standing(competency, ++sequence, Standing.Status.MASTERED, at, at));
    }

    static WatchInput.StandingTold standing(
            String competency, long sequence, Standing.Status status, Instant movedAt, Instant attemptedAt) {
        boolean mastered = status == Standing.Status.MASTERED;
        return new WatchInput.StandingTold(
                competency,
                new Standing(sequence, status, mastered, mastered ? movedAt : null, 4, false, attemptedAt, movedAt));
    }

    Scene absent(int day, @Nullable String classId) {
        LocalDate date = MON.plusDays(day);
        return told(new WatchInput.AttendanceTold(++sequence, date, classId, new Absence(date, classId, null)));
    }

    Scene present(int day, @Nullable String classId) {
        return told(new WatchInput.AttendanceTold(++sequence, MON.plusDays(day), classId, null));
    }

    Scene timeIs(Instant now) {
        return told(new WatchInput.TimePassed(now));
    }

    Scene told(WatchInput input) {
        Verdict verdict = decider.decide(state, input);
        if (!(verdict instanceof Verdict.Accepted accepted)) throw new AssertionError(verdict.toString());
        last = accepted.events();
        state = StudentWatch.evolve(state, last);
        return this;
    }

    String refusal(WatchInput.Command command) {
        return decider.decide(state, command) instanceof Verdict.Refused refused ? refused.why() : "accepted";
    }

    Conference only() {
        if (state.conferences().size() != 1)
            throw new AssertionError(state.conferences().toString());
        return state.conferences().iterator().next();
    }

    Conference open(String classId) {
        Conference open = state.openConference(classId);
        if (open == null) throw new AssertionError("no conference is open: " + state.conferences());
        return open;
    }

    Reason reason(String target) {
        Reason found = null;
        for (Reason reason : state.reasons())
            if (reason.target().equals(target) && (found == null || reason.episode() > found.episode())) found = reason;
        if (found == null) throw new AssertionError("no reason " + target + " in " + state.reasons());
        return found;
    }

    Pace pace(String classId, String competency) {
        Light light = state.lightsOf(classId).get(competency);
        return light == null ? Pace.NONE : light.pace();
    }
}
