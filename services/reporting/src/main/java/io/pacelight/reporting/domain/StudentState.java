package io.pacelight.reporting.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that reporting knows of one student but the evidence itself: a function of the set of facts, whatever their order
 * and number.
 *
 * @param placement where the roster puts the student; none if only attempts are known
 * @param classes standing by class
 * @param conferences by id: the open ones, and of each class the last closed
 * @param everAt every school the student was ever counted in. It only grows, so a student who moved still marks the
 *     school left behind when the facts of the move are delivered again.
 */
public record StudentState(
        String district,
        String student,
        @Nullable Placement placement,
        Map<String, Competence> competencies,
        Map<String, ClassStanding> classes,
        Map<String, Conference> conferences,
        AttemptLedger attempts,
        Set<String> everAt) {
    /** The pseudo-school of those whom the roster puts in none, so that a district's totals miss nobody. */
    public static final String NO_SCHOOL = "*";

    public StudentState {
        competencies = Map.copyOf(competencies);
        classes = Map.copyOf(classes);
        conferences = Map.copyOf(conferences);
        everAt = Set.copyOf(everAt);
    }

    /** A student of whom nothing is known yet. */
    public static StudentState unknown(String district, String student) {
        return new StudentState(district, student, null, Map.of(), Map.of(), Map.of(), AttemptLedger.EMPTY, Set.of());
    }

    /** This state after the facts; this very object if it knew them all. */
    public StudentState with(Collection<? extends StudentFact> facts) {
        StudentFold fold = new StudentFold(this);
        facts.forEach(fold::absorb);
        StudentState after = fold.state();
        return after.equals(this) ? this : after;
    }

    /** Whether the roster has the student and has not taken the student out. */
    public boolean active() {
        return placement != null && placement.active();
    }

    public List<Enrolment> enrolments() {
        return placement == null ? List.of() : placement.enrolments();
    }

    /** The enrolments that hold on that day; none of a student who left. */
    public List<Enrolment> enrolments(LocalDate day) {
        if (!active()) return List.of();
        return enrolments().stream().filter(enrolment -> enrolment.on(day)).toList();
    }

    /** The schools in which the student counts on that day, in a fixed order: the roster's and those of the classes. */
    public Set<String> schools(LocalDate day) {
        Set<String> schools = new TreeSet<>();
        if (placement == null || !active()) return schools;
        schools.addAll(placement.schools());
        enrolments(day).forEach(enrolment -> schools.add(enrolment.school()));
        return schools;
    }

    /** The one school in whose share of the district the student counts. */
    public String home(LocalDate day) {
        if (placement == null || !active()) return NO_SCHOOL;
        if (!placement.schools().isEmpty()) return new TreeSet<>(placement.schools()).first();
        Set<String> schools = schools(day);
        return schools.isEmpty() ? NO_SCHOOL : schools.iterator().next();
    }

    /** The schools, or none, in which the student may count, today or on another day: a superset on purpose. */
    public Set<String> mayCountIn() {
        Set<String> schools = new TreeSet<>(everAt);
        if (placement == null || !active() || placement.schools().isEmpty()) schools.add(NO_SCHOOL);
        return schools;
    }

    public ClassStanding in(String classId) {
        return classes.getOrDefault(classId, ClassStanding.EMPTY);
    }

    /** The most pressing light in a class; on pace as well if there is none because all its targets are mastered. */
    public Pace pace(String classId) {
        ClassStanding standing = in(classId);
        Pace pace = standing.pace();
        if (pace != Pace.NONE || standing.lights().isEmpty()) return pace;
        for (String competency : standing.lights().keySet()) {
            Competence competence = competencies.get(competency);
            if (competence == null || !competence.mastered()) return Pace.NONE;
        }
        return Pace.ON_PACE;
    }

    /** The most pressing light in those classes. */
    public Pace pace(Collection<Enrolment> enrolments) {
        Pace worst = Pace.NONE;
        for (Enrolment enrolment : enrolments) worst = worst.worse(pace(enrolment.classId()));
        return worst;
    }

    /** The most pressing light on a competency in any class. */
    public Pace paceOn(String competency) {
        Pace worst = Pace.NONE;
        for (ClassStanding standing : classes.values()) {
            Light light = standing.lights().get(competency);
            if (light != null) worst = worst.worse(light.pace());
        }
        return worst;
    }

    /** Wheel-spinning, or a target missed with three attempts or more; never once mastered. */
    public boolean stuckOn(String competency) {
        Competence competence = competencies.get(competency);
        if (competence == null || competence.mastered()) return false;
        return competence.struggle() == Struggle.WHEEL_SPINNING
                || (competence.attempts() >= 3 && paceOn(competency) == Pace.MISSED);
    }

    /** The conference of a class that waits for somebody, if there is one. */
    public @Nullable Conference openConference(String classId) {
        for (Conference conference : conferences.values())
            if (conference.classId().equals(classId) && conference.isOpen()) return conference;
        return null;
    }

    /** The number of pieces of evidence in what progression judged. */
    public int piecesJudged() {
        int judged = 0;
        for (Competence competence : competencies.values()) judged += competence.attempts();
        return judged;
    }
}
