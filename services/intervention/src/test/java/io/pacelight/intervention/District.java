package io.pacelight.intervention;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.CompetencyStatus;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.Meeting;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PacingTarget;
import io.pacelight.events.PersonChanged;
import io.pacelight.events.PersonKind;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.events.Struggle;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.TermChanged;
import io.pacelight.kit.state.EventPublisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A district of one school with one class that meets on weekdays from 8:00 to 9:00, told as events. */
final class District {
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    static final LocalDate MON = LocalDate.of(2026, 1, 12);

    final String id = "d" + UUID.randomUUID();
    private long sequence;
    private final List<Envelope<?>> told = new ArrayList<>();

    static Instant at(int day, String time) {
        return MON.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    District school() {
        tell(new OrgChanged(id, "s1", "North", OrgType.SCHOOL, null, ZONE.getId(), true), "org");
        tell(new TermChanged(id, "t1", "Spring", "semester", MON, LocalDate.of(2026, 5, 29), null, null, true), "term");
        tell(
                new ClassChanged(
                        id,
                        "math",
                        "Math 8",
                        "course-math",
                        "s1",
                        List.of("t1"),
                        List.of("3"),
                        "204",
                        List.of(new ClassTeacher("stf_1", true, null, null)),
                        true),
                "class");
        tell(
                new BellScheduleChanged(
                        id,
                        "math",
                        "s1",
                        List.of(new Meeting(
                                List.of("MO", "TU", "WE", "TH", "FR"),
                                LocalTime.of(8, 0),
                                LocalTime.of(9, 0),
                                "t1",
                                "3",
                                null))),
                "bells");
        staff("stf_1", "okafor", "teacher");
        staff("stf_2", "webb", "teacher");
        return this;
    }

    private void staff(String key, String username, String role) {
        tell(new StaffChanged(id, key, username, List.of(new StaffRole(role, "s1")), true), key);
        tell(
                new PersonChanged(
                        id,
                        key,
                        PersonKind.STAFF,
                        key + "-sis",
                        username,
                        "Ada",
                        "Okafor",
                        username + "@" + id + ".test",
                        true),
                key);
    }

    District plan(int... minutes) {
        List<PacingTarget> targets = new ArrayList<>();
        for (int i = 0; i < minutes.length; i++) targets.add(new PacingTarget("C" + (i + 1), minutes[i], null));
        return tell(new PacingPlanChanged(id, "math", targets), "plan");
    }

    District enrolled(String student) {
        return tell(
                new StudentChanged(
                        id,
                        student,
                        List.of("8"),
                        List.of("s1"),
                        List.of(new Enrolment("math", "course-math", "s1", null, null)),
                        List.of(),
                        true),
                student);
    }

    District absent(String student, int day) {
        return tell(
                new AttendanceRecorded(id, student, MON.plusDays(day), null, AttendanceStatus.ABSENT, null),
                student + day);
    }

    District judged(String student, String competency, CompetencyStatus status, Instant at) {
        boolean mastered = status == CompetencyStatus.MASTERED;
        return tell(
                new EvidenceJudged(
                        id,
                        student,
                        competency,
                        status,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        mastered,
                        mastered ? at : null,
                        3,
                        mastered ? 2 : 1,
                        2,
                        List.of(BigDecimal.ONE),
                        Struggle.INDETERMINATE,
                        at,
                        at,
                        mastered,
                        "at-bats",
                        1),
                student + competency);
    }

    private District tell(Event event, String subject) {
        long next = ++sequence;
        told.add(new Envelope<>(
                EventIds.of(id + next, event.getClass().getSimpleName(), subject, 0),
                "/pacelight/test",
                id + "|" + subject,
                next,
                at(0, "00:00"),
                null,
                event));
        return this;
    }

    void publish(EventPublisher publisher) {
        publisher.publish(List.copyOf(told));
        told.clear();
    }
}
