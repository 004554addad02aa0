package io.pacelight.simulator.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.simulator.District;
import io.pacelight.simulator.learning.Attempt.Kind;
import io.pacelight.simulator.school.Absences;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final District DISTRICT = District.of(2026, 1_000);
    private static final Map<String, Section> SECTIONS = new HashMap<>();
    private static final List<Attempt> FALL = DISTRICT.attempts(
                    District.startOf(SchoolYear.FIRST_DAY), District.startOf(LocalDate.of(2026, 12, 19)))
            .toList();

    static {
        DISTRICT.sections().forEach(section -> SECTIONS.put(section.id(), section));
    }

    @Test
    void attempts_lie_within_meetings_of_the_own_class_on_instructional_days() {
        for (Attempt attempt : FALL) {
            LocalDateTime at = attempt.assessedAt().atZone(SchoolYear.ZONE).toLocalDateTime();
            Section section = section(attempt);
            Bells.Variant variant = Bells.Variant.on(at.getDayOfWeek());
            int start = section.school().start();
            assertThat(SchoolYear.isInstructional(at.toLocalDate())).isTrue();
            assertThat(at.toLocalTime())
                    .isBetween(
                            Bells.startTime(start, section.period(), variant),
                            Bells.endTime(start, section.period(), variant));
            int chair = number(attempt) - section.firstStudent();
            assertThat(chair).isBetween(0, section.size() - 1);
        }
    }

    @Test
    void attempts_come_in_the_order_of_time_with_ids_of_their_own() {
        assertThat(FALL).extracting(Attempt::assessedAt).isSorted();
        Set<String> ids = new HashSet<>();
        assertThat(FALL).allMatch(attempt -> ids.add(attempt.attemptId())).hasSizeGreaterThan(100_000);
    }

    @Test
    void who_is_absent_attempts_nothing() {
        Absences absences = new Absences(DISTRICT.seed());
        Map<LocalDate, Integer> days = new HashMap<>();
        SchoolYear.meetingDays().forEach(day -> days.put(day, days.size()));
        assertThat(FALL)
                .noneMatch(attempt -> absences.isAbsent(
                        number(attempt),
                        days.getOrDefault(
                                attempt.assessedAt().atZone(SchoolYear.ZONE).toLocalDate(), -1)));
    }

    @Test
    void demonstrations_are_on_unseen_forms_on_different_days_and_change_format_and_context() {
        Set<String> seen = new HashSet<>();
        Map<String, Attempt> before = new HashMap<>();
        for (Attempt attempt : FALL) {
            if (attempt.kind() != Kind.SUMMATIVE) continue;
            assertThat(attempt.level() == null).isNotEqualTo(attempt.score() == null);
            assertThat(seen.add(attempt.studentSourcedId() + attempt.formId())).isTrue();
            Attempt last = before.put(attempt.studentSourcedId() + attempt.competencyCode(), attempt);
            if (last == null) continue;
            assertThat(last.attemptId().substring(12, 21))
                    .isNotEqualTo(attempt.attemptId().substring(12, 21));
            assertThat(last.format() + last.context()).isNotEqualTo(attempt.format() + attempt.context());
        }
    }

    @Test
    void a_learner_who_is_done_attempts_the_competency_no_more() {
        Set<String> mastered = new HashSet<>();
        Map<String, Integer> atBats = new HashMap<>();
        for (Attempt attempt : FALL) {
            if (attempt.kind() == Kind.DIAGNOSTIC) continue;
            String pair = attempt.studentSourcedId() + attempt.competencyCode();
            assertThat(mastered.contains(pair)).as(pair).isFalse();
            if (attempt.kind() != Kind.SUMMATIVE) continue;
            boolean counts = attempt.proficiency() >= 3 && !attempt.assisted();
            int last = atBats.getOrDefault(pair, 0);
            if (counts && (last & 0b11) != 0) mastered.add(pair);
            atBats.put(pair, last << 1 | (counts ? 1 : 0));
        }
        assertThat(mastered.size()).isBetween(17_000, 21_000);
    }

    @Test
    void most_master_near_the_plan_and_some_fall_behind_or_spin_their_wheels_or_idle() {
        Semester semester = new Semester(DISTRICT, FALL, LocalDate.of(2026, 12, 18));
        assertThat(semester.masteredNearPlan())
                .as("mastered by a week after the plan")
                .isBetween(0.68, 0.85);
        assertThat(semester.farBehind()).as("three or more behind the plan").isBetween(0.08, 0.22);
        assertThat(semester.wheelSpinning())
                .as("ten attempts, never three in a row")
                .isBetween(0.03, 0.10);
        assertThat(semester.quietForAWeek())
                .as("without an attempt in five meetings")
                .isBetween(0.01, 0.06);
    }

    @Test
    void two_competencies_are_bottlenecks_and_the_others_are_not() {
        Semester semester = new Semester(DISTRICT, FALL, LocalDate.of(2026, 12, 18));
        assertThat(semester.stuckShare("M7.2.2")).isBetween(0.78, 0.95);
        assertThat(semester.stuckShare("E8.2.2")).isBetween(0.50, 0.75);
        assertThat(semester.determinateCodes())
                .filteredOn(code -> semester.stuckShare(code) >= 0.5)
                .containsExactlyInAnyOrder("M7.2.2", "E8.2.2");
    }

    @Test
    void the_year_begins_with_diagnostics_of_what_earlier_grades_brought() {
        Instant secondWeek = District.startOf(LocalDate.of(2026, 8, 24));
        List<Attempt> diagnostics = FALL.stream()
                .filter(attempt -> attempt.kind() == Kind.DIAGNOSTIC)
                .toList();
        assertThat(diagnostics)
                .hasSizeGreaterThan(5_000)
                .allMatch(attempt -> attempt.assessedAt().isBefore(secondWeek))
                .allMatch(attempt -> attempt.competencyCode().charAt(1) - '0'
                        < section(attempt).course().grade());
    }

    private static Section section(Attempt attempt) {
        Section section = SECTIONS.get(attempt.classSourcedId());
        assertThat(section).isNotNull();
        return section;
    }

    private static int number(Attempt attempt) {
        return Integer.parseInt(attempt.studentSourcedId().substring(2)) - 1;
    }
}
