package io.pacelight.progression;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.AttemptVoided;
import io.pacelight.events.CalendarChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.Enrolment;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.SchoolDay;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.events.StudentChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the other services tell them, in a district of its own; valid by default. */
public record World(String district) {
    public static final Instant MON = Instant.parse("2022-05-09T15:00:00Z");
    public static final Instant TUE = Instant.parse("2022-05-10T15:00:00Z");
    public static final Instant WED = Instant.parse("2022-05-11T15:00:00Z");
    private static final Instant NOW = Instant.parse("2022-06-01T12:00:00Z");

    /** A summative level, independent, in a context, on a day. */
    public Envelope<?> attempt(
            String id,
            String student,
            String competency,
            String level,
            @Nullable String context,
            @Nullable Instant on) {
        return attempt(id, 1, student, competency, EvidenceKind.SUMMATIVE, level, context, on, 0);
    }

    public Envelope<?> attempt(
            String id,
            long sequence,
            String student,
            String competency,
            EvidenceKind kind,
            String level,
            @Nullable String context,
            @Nullable Instant on,
            long ordinal) {
        return envelope(
                id,
                sequence,
                new AttemptRecorded(
                        district,
                        id,
                        student,
                        competency,
                        kind,
                        new BigDecimal(level),
                        null,
                        null,
                        on,
                        NOW,
                        ordinal,
                        null,
                        null,
                        context,
                        false,
                        null,
                        null,
                        null));
    }

    public Envelope<?> voided(String id, long sequence, String student, String competency) {
        return envelope(
                id, sequence, new AttemptVoided(district, id, student, competency, NOW, "entered twice", "stf_1"));
    }

    public Envelope<?> student(String student, long sequence, String classId, String school) {
        return envelope(
                district + "|" + student,
                sequence,
                new StudentChanged(
                        district,
                        student,
                        List.of("05"),
                        List.of(school),
                        List.of(new Enrolment(classId, "math", school, null, null)),
                        List.of(),
                        true));
    }

    public Envelope<?> school(String school) {
        return reference(new OrgChanged(district, school, school, OrgType.SCHOOL, null, "America/Chicago", true));
    }

    public Envelope<?> calendar(String school, List<SchoolDay> days) {
        return reference(new CalendarChanged(district, school, days));
    }

    public Envelope<?> teacher(String username, String staff, String school) {
        return reference(new StaffChanged(district, staff, username, List.of(new StaffRole("teacher", school)), true));
    }

    public Envelope<?> aClass(String classId, String school, String teacher) {
        return reference(new ClassChanged(
                district,
                classId,
                "Math 5",
                "math",
                school,
                List.of(),
                List.of(),
                null,
                List.of(new ClassTeacher(teacher, true, null, null)),
                true));
    }

    public Envelope<?> competency(String code) {
        return reference(
                new CompetencyChanged(district, code, "Fractions", null, null, List.of("math"), "5", null, null, true));
    }

    public Envelope<?> prerequisites(String code, String... requires) {
        return reference(new PrerequisitesChanged(district, code, List.of(requires)));
    }

    public Envelope<?> policy(String scope, long version, String policy, Map<String, BigDecimal> parameters) {
        MasteryPolicyChanged changed = new MasteryPolicyChanged(district, scope, policy, parameters, version);
        return envelope(changed.key(), version, changed);
    }

    private Envelope<?> reference(Event event) {
        return envelope(event.key(), 1, event);
    }

    private Envelope<?> envelope(String subject, long sequence, Event event) {
        String type = EventCatalogue.of(event).type();
        return new Envelope<>(
                EventIds.of(district + subject + sequence, type, subject, 0),
                "/pacelight/test",
                subject,
                sequence,
                NOW,
                null,
                event);
    }
}
