package io.pacelight.simulator.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.simulator.curriculum.CompetencyMap.Prerequisite;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.SchoolYear;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompetencyMapTest {
    private static final CompetencyMap MAP = CompetencyMap.load();

    @Test
    void eight_courses_have_five_units_of_four_competencies() {
        assertThat(MAP.courses())
                .extracting(Course::code)
                .containsExactlyInAnyOrder("M6", "M7", "M8", "M9", "E6", "E7", "E8", "E9");
        assertThat(MAP.courses()).allSatisfy(course -> {
            assertThat(course.units())
                    .hasSize(5)
                    .allMatch(unit -> unit.competencies().size() == 4);
            for (int place = 0; place < Course.COMPETENCIES; place++) {
                assertThat(course.at(place).place()).isEqualTo(place);
                assertThat(course.at(place).code()).startsWith(course.code() + "." + (place / 4 + 1) + ".");
            }
        });
    }

    @Test
    void every_competency_is_said_in_words_for_students() {
        List<Competency> all = all();
        assertThat(all).extracting(Competency::code).doesNotHaveDuplicates().hasSize(160);
        assertThat(all).extracting(Competency::statement).doesNotHaveDuplicates();
        assertThat(all)
                .allMatch(one -> one.iCan().startsWith("I can ") && one.iCan().endsWith("."));
        assertThat(MAP.course(Subject.MATHEMATICS, 7).at(5).cluster()).isEqualTo("M7.2");
    }

    @Test
    void prerequisites_name_known_competencies_and_close_no_circle() {
        Set<String> codes = new HashSet<>(all().stream().map(Competency::code).toList());
        assertThat(MAP.prerequisites())
                .doesNotHaveDuplicates()
                .allMatch(edge -> codes.contains(edge.from()) && codes.contains(edge.to()));
        Set<String> reached = new HashSet<>();
        List<Prerequisite> waiting = new ArrayList<>(MAP.prerequisites());
        while (codes.stream().anyMatch(code -> !reached.contains(code) && isReady(code, waiting))) {
            codes.stream().filter(code -> isReady(code, waiting)).forEach(reached::add);
            waiting.removeIf(edge -> reached.contains(edge.from()));
        }
        assertThat(reached).isEqualTo(codes);
    }

    @Test
    void diagnostics_ask_about_earlier_grades_only() {
        assertThat(MAP.diagnosedIn(MAP.course(Subject.MATHEMATICS, 6))).isEmpty();
        assertThat(MAP.diagnosedIn(MAP.course(Subject.MATHEMATICS, 7)))
                .hasSize(6)
                .allMatch(code -> code.startsWith("M6"));
    }

    @Test
    void plans_fit_into_the_year_and_fall_due_one_after_the_other() {
        int minutes = SchoolYear.meetingDays().stream()
                .mapToInt(day -> Bells.Variant.on(day.getDayOfWeek()).minutes())
                .sum();
        assertThat(minutes).isEqualTo(8_530);
        for (Course course : MAP.courses()) {
            for (int section = 0; section < 20; section++) {
                PacingPlan plan = PacingPlan.of(course, 2026, section);
                int[] deadlines = plan.deadlines();
                assertThat(deadlines[19]).isBetween(minutes * 80 / 100, minutes * 97 / 100);
                assertThat(plan.due(deadlines[4] - 1)).isEqualTo(4);
                assertThat(plan.due(deadlines[4])).isEqualTo(5);
                assertThat(plan.due(0)).isZero();
            }
        }
    }

    @Test
    void a_course_that_is_not_taught_is_named() {
        assertThatThrownBy(() -> MAP.course(Subject.ENGLISH, 12)).hasMessage("There is no ENGLISH in grade 12.");
    }

    private static boolean isReady(String code, List<Prerequisite> waiting) {
        return waiting.stream().noneMatch(edge -> edge.to().equals(code));
    }

    private static List<Competency> all() {
        return MAP.courses().stream()
                .flatMap(course -> course.competencies().stream())
                .toList();
    }
}
