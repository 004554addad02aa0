package io.pacelight.reporting.application;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.view.StudentView;
import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.Conference;
import io.pacelight.reporting.domain.Enrolment;
import io.pacelight.reporting.domain.Evidence;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Light;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.StudentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shows one student's record to those who may see it, and writes down that they did. */
public final class ReadStudent {
    private final Roster roster;
    private final Students students;
    private final Evidences evidences;
    private final People people;
    private final AuditTrail audit;
    private final SchoolClock clock;

    public ReadStudent(
            Roster roster, Students students, Evidences evidences, People people, AuditTrail audit, SchoolClock clock) {
        this.roster = roster;
        this.students = students;
        this.evidences = evidences;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    public StudentView read(Reader reader, String student) {
        StudentState state = students.find(reader.district(), student)
                .filter(found -> sees(reader, found))
                .orElseThrow(() -> new OutsideScope("This student"));
        audit.read(reader.viewer(), student, reader.note("student page"));
        EvidenceState evidence = evidences.of(reader.district(), student);
        Instant now = clock.now();
        LocalDate today = today(state);
        boolean adult = !reader.family();
        String name = Names.shown(people, reader.pseudonymous())
                .listed(reader.district(), List.of(student))
                .getOrDefault(student, student);
        List<String> grades =
                state.placement() == null ? List.of() : state.placement().grades();
        return new StudentView(
                student,
                name,
                grades.isEmpty() ? null : grades.getFirst(),
                state.schools(today).stream()
                        .map(school -> roster.named(reader.district(), school))
                        .toList(),
                state.enrolments(today).stream()
                        .map(enrolment -> title(reader.district(), enrolment.classId()))
                        .distinct()
                        .sorted(Comparator.comparing(StudentView.ClassTitle::title))
                        .toList(),
                standings(reader.district(), state, evidence, adult),
                adult ? meetings(state) : List.of(),
                now);
    }

    /**
     * Whether the reader may see the student today, by class, school or name. A school whose classes the student has left
     * sees nothing more, though its totals may still count the student; between terms all of the roster's schools do.
     */
    public boolean sees(Reader reader, StudentState state) {
        LocalDate today = today(state);
        List<Enrolment> enrolments = state.enrolments(today);
        return reader.viewer()
                .scope()
                .seesStudent(
                        state.student(),
                        enrolments.stream().map(Enrolment::classId).toList(),
                        enrolments.isEmpty()
                                ? state.schools(today)
                                : enrolments.stream().map(Enrolment::school).toList());
    }

    private LocalDate today(StudentState state) {
        List<String> schools =
                state.placement() == null ? List.of() : state.placement().schools();
        String school = schools.isEmpty() ? StudentState.NO_SCHOOL : schools.getFirst();
        return roster.of(state.district(), school).day(clock.now());
    }

    private StudentView.ClassTitle title(String district, String classId) {
        return new StudentView.ClassTitle(
                classId, roster.find(district, classId).map(ClassChanged::title).orElse(classId));
    }

    private List<StudentView.Standing> standings(
            String district, StudentState state, EvidenceState evidence, boolean adult) {
        Set<String> codes = new TreeSet<>();
        state.competencies().forEach((code, competence) -> {
            if (competence.attempts() > 0 || competence.mastered()) codes.add(code);
        });
        evidence.competencies().forEach((code, list) -> {
            if (!list.shown().isEmpty()) codes.add(code);
        });
        if (adult)
            state.classes()
                    .values()
                    .forEach(standing -> standing.lights().forEach((code, light) -> {
                        if (light.pace() != Pace.NONE) codes.add(code);
                    }));
        List<StudentView.Standing> standings = new ArrayList<>();
        for (String code : codes)
            standings.add(standing(
                    district, code, state.competencies().get(code), adult ? light(state, code) : null, evidence));
        return standings;
    }

    private StudentView.Standing standing(
            String district,
            String code,
            @Nullable Competence competence,
            @Nullable Light light,
            EvidenceState evidence) {
        CompetencyChanged known = roster.competency(district, code).orElse(null);
        return new StudentView.Standing(
                code,
                known == null ? code : known.name(),
                known == null ? null : known.iCan(),
                competence == null ? LevelState.NONE : LevelState.of(competence),
                ReadClass.rounded(competence == null ? null : competence.level()),
                ReadClass.rounded(competence == null ? null : competence.shown()),
                competence == null ? 0 : competence.attempts(),
                competence == null ? null : competence.progress(),
                light == null ? Pace.NONE : light.pace(),
                light == null ? null : light.targetAt(),
                competence == null ? null : competence.masteredAt(),
                competence == null ? List.of() : competence.recent(),
                evidence.of(code).stream().map(ReadStudent::attempt).toList());
    }

    private static @Nullable Light light(StudentState state, String code) {
        Light worst = null;
        for (var standing : state.classes().values()) {
            Light light = standing.lights().get(code);
            if (light != null && (worst == null || light.pace().compareTo(worst.pace()) > 0)) worst = light;
        }
        return worst;
    }

    private static StudentView.Attempt attempt(Evidence evidence) {
        return new StudentView.Attempt(
                evidence.attempt(),
                evidence.assessedAt(),
                evidence.recordedAt(),
                evidence.kind(),
                evidence.level(),
                evidence.form(),
                evidence.format(),
                evidence.context(),
                evidence.assisted(),
                evidence.score(),
                evidence.maxScore(),
                evidence.feedback());
    }

    private static List<StudentView.Meeting> meetings(StudentState state) {
        return state.conferences().values().stream()
                .sorted(Comparator.comparing((Conference meeting) -> !meeting.isOpen())
                        .thenComparing(Conference::openedAt, Comparator.reverseOrder())
                        .thenComparing(Conference::id))
                .map(meeting -> new StudentView.Meeting(
                        meeting.id(),
                        meeting.classId(),
                        meeting.status(),
                        meeting.cause(),
                        meeting.openedAt(),
                        meeting.closedAt(),
                        meeting.outcome(),
                        meeting.nextStep()))
                .toList();
    }
}
