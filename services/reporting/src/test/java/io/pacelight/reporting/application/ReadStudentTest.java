package io.pacelight.reporting.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.kit.reference.InMemoryBook;
import io.pacelight.kit.security.AccessScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.reporting.domain.Enrolment;
import io.pacelight.reporting.domain.Given;
import io.pacelight.reporting.domain.Placement;
import io.pacelight.reporting.domain.StudentFact;
import io.pacelight.reporting.domain.StudentState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadStudentTest {
    private static final LocalDate YESTERDAY = Given.TODAY.minusDays(1);
    private static final Instant NOON = Instant.parse(Given.TODAY + "T12:00:00Z");

    private static Enrolment at(String school, @Nullable LocalDate end) {
        return new Enrolment("class of " + school, "course", school, null, end);
    }

    private static StudentState enrolled(Enrolment... enrolments) {
        List<String> schools = Arrays.stream(enrolments).map(Enrolment::school).toList();
        return Given.student(
                "stu_1",
                new StudentFact.Placed(new Placement(List.of("07"), schools, List.of(enrolments), List.of(), true, 1)));
    }

    private static boolean sees(StudentState state, Set<String> schools, Set<String> classes) {
        AccessScope scope = new AccessScope(Given.DISTRICT, false, schools, classes, Set.of());
        Reader reader = new Reader(new Viewer(Given.DISTRICT, "lead", "stf_1", Set.of(), false, scope), null);
        ReadStudent read = new ReadStudent(
                new Roster(new InMemoryBook()),
                new NoStudents(),
                (district, student) -> {
                    throw new AssertionError("nobody's evidence is asked for");
                },
                new NoPeople(),
                (viewer, student, what) -> {},
                () -> NOON);
        return read.sees(reader, state);
    }

    @Test
    void a_school_and_a_class_that_a_student_has_left_see_nothing_more() {
        StudentState moved = enrolled(at("north", YESTERDAY), at("south", null));
        assertThat(sees(moved, Set.of("north"), Set.of())).isFalse();
        assertThat(sees(moved, Set.of(), Set.of("class of north"))).isFalse();
        assertThat(sees(moved, Set.of("south"), Set.of())).isTrue();
    }

    @Test
    void between_terms_the_schools_of_the_roster_still_see_their_students() {
        StudentState onHoliday = enrolled(at("north", YESTERDAY));
        assertThat(sees(onHoliday, Set.of("north"), Set.of())).isTrue();
        assertThat(sees(onHoliday, Set.of(), Set.of("class of north"))).isFalse();
    }
}
