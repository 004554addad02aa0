package io.pacelight.reporting.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.kit.security.AccessScope;
import io.pacelight.reporting.application.Change;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private static final AccessScope TEACHER = scope(false, Set.of(), Set.of("class-1"), Set.of());
    private static final AccessScope LEADER = scope(false, Set.of("north"), Set.of(), Set.of());
    private static final AccessScope STUDENT = scope(false, Set.of(), Set.of(), Set.of("stu_1"));
    private static final AccessScope DISTRICT = scope(true, Set.of(), Set.of(), Set.of());

    @Test
    void a_student_is_told_to_those_who_see_the_class_the_school_or_the_student() {
        Change change = change(Change.Kind.STUDENT, "stu_1", List.of("class-1"), List.of("north"));

        assertThat(told(change)).isEqualTo("teacher leader student district");
        assertThat(told(change(Change.Kind.STUDENT, "stu_2", List.of("class-2"), List.of("south"))))
                .isEqualTo("district");
    }

    @Test
    void a_class_is_told_to_its_teachers_and_its_schools_leaders() {
        assertThat(told(change(Change.Kind.CLASS, "class-1", List.of("class-1"), List.of("north"))))
                .isEqualTo("teacher leader district");
    }

    @Test
    void a_school_is_told_to_its_leaders_and_the_district_to_the_district() {
        assertThat(told(change(Change.Kind.SCHOOL, "north", List.of(), List.of("north"))))
                .isEqualTo("leader district");
        assertThat(told(change(Change.Kind.DISTRICT, "d1", List.of(), List.of())))
                .isEqualTo("district");
    }

    @Test
    void another_district_is_told_nothing() {
        assertThat(LiveFeed.sees(
                        AccessScope.everything("d2"), change(Change.Kind.DISTRICT, "d1", List.of(), List.of())))
                .isFalse();
    }

    private static String told(Change change) {
        StringBuilder told = new StringBuilder();
        if (LiveFeed.sees(TEACHER, change)) told.append("teacher ");
        if (LiveFeed.sees(LEADER, change)) told.append("leader ");
        if (LiveFeed.sees(STUDENT, change)) told.append("student ");
        if (LiveFeed.sees(DISTRICT, change)) told.append("district");
        return told.toString().strip();
    }

    private static Change change(Change.Kind kind, String id, List<String> classes, List<String> schools) {
        return new Change(kind, id, "d1", Instant.parse("2026-09-16T15:00:00Z"), classes, schools);
    }

    private static AccessScope scope(boolean whole, Set<String> schools, Set<String> classes, Set<String> students) {
        return new AccessScope("d1", whole, schools, classes, students);
    }
}
