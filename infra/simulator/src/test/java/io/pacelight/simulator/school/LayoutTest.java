package io.pacelight.simulator.school;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.simulator.curriculum.CompetencyMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final CompetencyMap MAP = CompetencyMap.load();

    @ParameterizedTest
    @CsvSource({"100,2", "1000,8", "10000,40", "100000,201"})
    void schools_grow_in_number_and_in_size(int students, int schools) {
        Layout layout = Layout.of(2026, students, MAP);
        assertThat(layout.schools()).hasSize(schools);
        assertThat(layout.schools().stream().mapToInt(School::students).sum()).isEqualTo(students);
        assertThat(layout.schools()).extracting(School::name).doesNotHaveDuplicates();
        assertThat(layout.schools()).anyMatch(School::high).anyMatch(school -> !school.high());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 20_000})
    void every_student_is_in_one_section_of_each_subject_and_none_is_too_large(int students) {
        Layout layout = Layout.of(5, students, MAP);
        int[] seen = new int[students];
        for (Section section : layout.sections()) {
            assertThat(section.size()).isBetween(1, 30);
            for (int i = 0; i < section.size(); i++) {
                int student = section.firstStudent() + i;
                assertThat(section.school().gradeOf(student))
                        .isEqualTo(section.course().grade());
                assertThat(layout.schoolOf(student)).isEqualTo(section.school());
                seen[student]++;
            }
        }
        assertThat(seen).containsOnly(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 20_000})
    void nobody_is_in_two_rooms_at_once(int students) {
        Set<String> booked = new HashSet<>();
        for (Section section : Layout.of(5, students, MAP).sections()) {
            assertThat(booked.add("student " + section.firstStudent() + " P" + section.period()))
                    .isTrue();
            teachers(section)
                    .forEach(teacher -> assertThat(booked.add(teacher + " P" + section.period()))
                            .isTrue());
        }
    }

    @Test
    void teachers_have_four_or_five_sections_where_there_are_enough() {
        Layout layout = Layout.of(2026, 20_000, MAP);
        Map<String, Long> loads = layout.sections().stream().collect(groupingBy(Section::teacher, counting()));
        assertThat(loads.values()).allMatch(load -> load == 4 || load == 5);
        Map<String, Long> shared = layout.sections().stream()
                .flatMap(section -> Stream.ofNullable(section.coTeacher()))
                .collect(groupingBy(teacher -> teacher, counting()));
        assertThat(shared.values()).allMatch(load -> load >= 1 && load <= 5);
        assertThat(shared).doesNotContainKeys(loads.keySet().toArray(String[]::new));
    }

    @Test
    void the_largest_district_is_laid_out_with_a_thousand_schools() {
        Layout layout = Layout.of(2026, 1_000_000, MAP);
        assertThat(layout.schools()).hasSize(1_007);
        assertThat(layout.schools()).extracting(School::name).doesNotHaveDuplicates();
        assertThat(layout.staff()).extracting(Staff::username).doesNotHaveDuplicates();
    }

    @Test
    void students_are_as_old_as_their_grade() {
        Layout layout = Layout.of(2026, 1_000, MAP);
        for (int number = 0; number < 1_000; number += 7) {
            Student student = layout.student(number);
            int age = student.born().until(java.time.LocalDate.of(2026, 9, 1)).getYears();
            assertThat(age).isBetween(student.grade() + 5, student.grade() + 6);
            assertThat(student.guardians()).hasSizeBetween(1, 2);
        }
    }

    private static List<String> teachers(Section section) {
        return Stream.concat(Stream.of(section.teacher()), Stream.ofNullable(section.coTeacher()))
                .toList();
    }
}
