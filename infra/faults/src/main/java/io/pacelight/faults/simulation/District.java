package io.pacelight.faults.simulation;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventIds;
import io.pacelight.events.Keys;
import io.pacelight.events.Meeting;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PacingTarget;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.TermChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A very small district: one school, two classes, three competencies, a handful of students. */
final class District {
    static final String NAME = "d";
    static final String SCHOOL = "s1";
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 7);
    static final Instant BEGIN = FIRST_DAY.atTime(7, 0).atZone(ZONE).toInstant();

    static final List<String> STUDENTS = List.of("stu_1", "stu_2", "stu_3");
    static final List<String> COMPETENCIES = List.of("A", "B", "C");
    static final String MATH = "c1";
    static final String ART = "c2";
    private static final LocalDate ART_TARGET = LocalDate.of(2026, 9, 16);

    private District() {}

    /** An event of the world outside; its subject counts its own sequence. */
    static Envelope<Event> told(Event event, String subject, long sequence, Instant at) {
        String id = EventIds.of(subject + "#" + sequence, event.getClass().getSimpleName(), subject, 0);
        return new Envelope<>(id, "/outside", subject, sequence, at, null, event);
    }

    static List<Event> reference() {
        List<Event> facts = new ArrayList<>();
        facts.add(new OrgChanged(NAME, SCHOOL, "School", OrgType.SCHOOL, null, ZONE.getId(), true));
        facts.add(new TermChanged(
                NAME, "t1", "Fall", "semester", FIRST_DAY, LocalDate.of(2026, 12, 18), null, null, true));
        facts.add(classOf(MATH, "math"));
        facts.add(classOf(ART, "art"));
        facts.add(bells(MATH, 8));
        facts.add(bells(ART, 10));
        for (String competency : COMPETENCIES)
            facts.add(
                    new CompetencyChanged(NAME, competency, competency, null, null, List.of(), null, null, null, true));
        facts.add(new PrerequisitesChanged(NAME, "B", List.of("A")));
        facts.add(mathPlan(180));
        facts.add(new PacingPlanChanged(NAME, ART, List.of(new PacingTarget("C", null, ART_TARGET))));
        return facts;
    }

    /** A by the end of the third meeting, then B after so many minutes more. */
    static PacingPlanChanged mathPlan(int minutesOfB) {
        return new PacingPlanChanged(
                NAME, MATH, List.of(new PacingTarget("A", 180, null), new PacingTarget("B", minutesOfB, null)));
    }

    /** When a target is missed under a plan that gives B so many minutes: counted on the fingers, meeting by meeting. */
    static Instant due(String competency, int minutesOfB) {
        return switch (competency) {
            case "A" -> endOfMeeting(180 / 60);
            case "B" -> endOfMeeting((180 + minutesOfB) / 60);
            default -> ART_TARGET.atTime(11, 0).atZone(ZONE).toInstant();
        };
    }

    private static Instant endOfMeeting(int count) {
        LocalDate date = FIRST_DAY;
        for (int left = count - 1; left > 0; left--)
            do date = date.plusDays(1);
            while (date.getDayOfWeek().getValue() > 5);
        return date.atTime(9, 0).atZone(ZONE).toInstant();
    }

    /** Everybody is in math; {@code art} says who else. */
    static StudentChanged student(String student, boolean art) {
        List<Enrolment> enrolments = new ArrayList<>();
        enrolments.add(new Enrolment(MATH, "math", SCHOOL, null, null));
        if (art) enrolments.add(new Enrolment(ART, "art", SCHOOL, null, null));
        return new StudentChanged(NAME, student, List.of("07"), List.of(SCHOOL), enrolments, List.of(), true);
    }

    static String key(String student) {
        return Keys.of(NAME, student);
    }

    private static ClassChanged classOf(String classId, String course) {
        return new ClassChanged(
                NAME, classId, classId, course, SCHOOL, List.of("t1"), List.of(), null, List.of(), true);
    }

    private static BellScheduleChanged bells(String classId, int hour) {
        return new BellScheduleChanged(
                NAME,
                classId,
                SCHOOL,
                List.of(new Meeting(
                        List.of("MO", "TU", "WE", "TH", "FR"),
                        LocalTime.of(hour, 0),
                        LocalTime.of(hour + 1, 0),
                        null,
                        null,
                        null)));
    }
}
