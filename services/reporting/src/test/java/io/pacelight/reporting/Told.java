package io.pacelight.reporting;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.CompetencyStatus;
import io.pacelight.events.ConferenceCause;
import io.pacelight.events.ConferenceState;
import io.pacelight.events.ConferenceTask;
import io.pacelight.events.ConferenceTaskClosed;
import io.pacelight.events.ConferenceTaskOpened;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Keys;
import io.pacelight.events.Light;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.Pace;
import io.pacelight.events.PaceChanged;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PacingTarget;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PathwayUnit;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.events.Struggle;
import io.pacelight.events.StudentChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Events of one district as the other services tell them. */
final class Told {
    static final Instant NOW = Instant.parse("2026-09-16T15:00:00Z");

    private final String district;

    Told(String district) {
        this.district = district;
    }

    /** Two schools; Ms. Vega teaches class-1 at North, Mr. Ode class-2 at South; a principal and a coach at North. */
    List<Envelope<?>> reference() {
        return List.of(
                org("d-org", "Great Lakes", OrgType.DISTRICT),
                org("north", "North School", OrgType.SCHOOL),
                org("south", "South School", OrgType.SCHOOL),
                staff("stf_vega", "vega", "teacher", "north"),
                staff("stf_ode", "ode", "teacher", "south"),
                staff("stf_head", "head", "principal", "north"),
                staff("stf_coach", "coach", "counselor", "north"),
                person("stf_vega", PersonKind.STAFF, "vega", "Luz", "Vega"),
                schoolClass("class-1", "Math 7", "north", "stf_vega"),
                schoolClass("class-2", "Math 8", "south", "stf_ode"),
                competency("A", "Ratios"),
                competency("B", "Rates"),
                envelope(
                        "pathway",
                        1,
                        new PathwayChanged(
                                district, "course-1", List.of(new PathwayUnit("Unit one", List.of("A", "B", "C"))))),
                envelope(
                        "plan",
                        1,
                        new PacingPlanChanged(
                                district,
                                "class-1",
                                List.of(new PacingTarget("A", 300, null), new PacingTarget("B", 300, null)))));
    }

    Envelope<?> org(String org, String name, OrgType type) {
        return envelope(org, 1, new OrgChanged(district, org, name, type, null, "America/Detroit", true));
    }

    Envelope<?> staff(String key, String username, String role, String org) {
        return envelope(key, 1, new StaffChanged(district, key, username, List.of(new StaffRole(role, org)), true));
    }

    Envelope<?> person(String key, PersonKind kind, String username, String given, String family) {
        return envelope(
                "person-" + key,
                1,
                new PersonChanged(district, key, kind, "sis-" + key, username, given, family, null, true));
    }

    Envelope<?> schoolClass(String id, String title, String school, String teacher) {
        return envelope(
                id,
                1,
                new ClassChanged(
                        district,
                        id,
                        title,
                        "course-1",
                        school,
                        List.of(),
                        List.of("2"),
                        "B12",
                        List.of(new ClassTeacher(teacher, true, null, null)),
                        true));
    }

    Envelope<?> competency(String code, String name) {
        return envelope(
                code,
                1,
                new CompetencyChanged(
                        district,
                        code,
                        name,
                        "Statement of " + code,
                        "I can do " + code,
                        List.of(),
                        "07",
                        null,
                        null,
                        true));
    }

    Envelope<?> placed(String student, long sequence, String school, String... classes) {
        return placed(student, sequence, school, List.of(), classes);
    }

    Envelope<?> placed(String student, long sequence, String school, List<String> guardians, String... classes) {
        return placed(
                student,
                sequence,
                school,
                guardians,
                Arrays.stream(classes)
                        .map(id -> new Enrolment(id, "course-1", school, null, null))
                        .toList());
    }

    /** A student whose enrolment in the class begins on that day. */
    Envelope<?> placedFrom(LocalDate begin, String student, long sequence, String school, String classId) {
        return placed(
                student, sequence, school, List.of(), List.of(new Enrolment(classId, "course-1", school, begin, null)));
    }

    private Envelope<?> placed(
            String student, long sequence, String school, List<String> guardians, List<Enrolment> enrolments) {
        return envelope(
                student,
                sequence,
                new StudentChanged(district, student, List.of("07"), List.of(school), enrolments, guardians, true));
    }

    Envelope<?> attempt(String student, String competency, String id) {
        return envelope(
                id,
                1,
                new AttemptRecorded(
                        district,
                        id,
                        student,
                        competency,
                        EvidenceKind.SUMMATIVE,
                        null,
                        BigDecimal.valueOf(8),
                        BigDecimal.TEN,
                        NOW.minusSeconds(3600),
                        NOW,
                        0,
                        "form-1",
                        "written",
                        "essay",
                        false,
                        "stf_vega",
                        null,
                        null));
    }

    Envelope<?> judged(String student, String competency, long sequence, int attempts, boolean mastered) {
        BigDecimal level = new BigDecimal(mastered ? "3.125" : "2.00");
        return envelope(
                student + competency,
                sequence,
                new EvidenceJudged(
                        district,
                        student,
                        competency,
                        mastered ? CompetencyStatus.MASTERED : CompetencyStatus.LEARNING,
                        level,
                        level,
                        mastered,
                        mastered ? NOW.minusSeconds(60) : null,
                        attempts,
                        mastered ? 2 : 1,
                        2,
                        List.of(new BigDecimal("2"), level),
                        Struggle.INDETERMINATE,
                        NOW.minusSeconds(60),
                        NOW.minusSeconds(60),
                        mastered,
                        "at-bats",
                        1));
    }

    Envelope<?> lit(String student, String classId, long sequence, String competency, Pace pace) {
        Instant targetAt = pace == Pace.MISSED ? NOW.minusSeconds(60) : NOW.plusSeconds(3600);
        return envelope(
                student + classId,
                sequence,
                new PaceChanged(
                        district,
                        student,
                        classId,
                        List.of(new Light(competency, pace, targetAt.minusSeconds(60), targetAt, 1))));
    }

    Envelope<?> conference(String student, String classId, long sequence, String id, ConferenceState state) {
        return conference(student, classId, sequence, id, state, NOW.minusSeconds(7200));
    }

    Envelope<?> conference(
            String student, String classId, long sequence, String id, ConferenceState state, Instant opened) {
        boolean open = state.isOpen();
        ConferenceTask task = new ConferenceTask(
                id,
                classId,
                state,
                ConferenceCause.PACING,
                List.of(),
                opened,
                state == ConferenceState.DONE ? NOW.minusSeconds(3600) : null,
                null,
                open ? null : NOW.minusSeconds(3000),
                open ? null : "PLAN",
                open ? null : "Try the second sheet",
                null,
                null,
                1,
                null,
                null,
                null);
        return envelope(
                student + classId,
                sequence,
                open
                        ? new ConferenceTaskOpened(district, student, task)
                        : new ConferenceTaskClosed(district, student, task));
    }

    <E extends Event> Envelope<E> envelope(String subject, long sequence, E event) {
        String type = EventCatalogue.of(event).type();
        return new Envelope<>(
                EventIds.of(district + subject + sequence, type, subject, 0),
                "/pacelight/test",
                Keys.of(district, subject),
                sequence,
                NOW,
                null,
                event);
    }
}
