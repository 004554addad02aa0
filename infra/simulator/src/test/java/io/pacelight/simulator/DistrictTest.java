package io.pacelight.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.simulator.learning.Attempt;
import io.pacelight.simulator.school.SchoolYear;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistrictTest {
    private static final Instant START = District.startOf(SchoolYear.FIRST_DAY);
    private static final Instant MIDWAY = Instant.parse("2026-09-24T15:17:00Z");
    private static final Instant OCTOBER = District.startOf(LocalDate.of(2026, 10, 1));

    @Test
    void the_same_seed_gives_the_same_bytes() throws Exception {
        assertThat(everything(District.of(7, 150)).bytes())
                .isEqualTo(everything(District.of(7, 150)).bytes());
        assertThat(Written.by(District.of(7, 150)::writeOneRoster).sha256())
                .isEqualTo(Written.by(District.of(7, 150)::writeOneRoster).sha256());
    }

    @Test
    void another_seed_gives_another_district() throws Exception {
        assertThat(everything(District.of(8, 150)).sha256())
                .isNotEqualTo(everything(District.of(7, 150)).sha256());
    }

    @Test
    void the_bytes_are_those_of_earlier_versions() throws IOException, NoSuchAlgorithmException {
        assertThat(everything(District.of(2026, 100)).sha256())
                .as("if the district is meant to change, so do published measurements: set the new hash and say so")
                .isEqualTo("6584ed6a709ce435213b045ce58dc323c8490e834574929ae811338f92b15fbd");
    }

    @Test
    void a_student_has_the_same_name_in_a_district_of_any_size() {
        assertThat(District.of(2026, 10_000).student(41).name())
                .isEqualTo(District.of(2026, 100).student(41).name());
    }

    @Test
    void windows_that_touch_give_each_attempt_once() {
        District district = District.of(2026, 100);
        List<Attempt> parts = new ArrayList<>(district.attempts(START, MIDWAY).toList());
        parts.addAll(district.attempts(MIDWAY, OCTOBER).toList());
        assertThat(parts).isEqualTo(district.attempts(START, OCTOBER).toList()).hasSizeGreaterThan(2_000);
    }

    @Test
    void one_class_by_itself_makes_the_attempts_that_it_makes_in_the_district() {
        District district = District.of(2026, 100);
        var section = district.sections().get(2);
        assertThat(district.attempts(List.of(section), START, OCTOBER).toList())
                .isEqualTo(district.attempts(START, OCTOBER)
                        .filter(attempt -> attempt.classSourcedId().equals(section.id()))
                        .toList());
    }

    @Test
    void sizes_out_of_range_are_refused_with_the_range() {
        assertThatThrownBy(() -> District.of(1, 99)).hasMessage("A district has from 100 to 1000000 students, not 99.");
        assertThatThrownBy(() -> District.of(1, 1_000_001))
                .hasMessage("A district has from 100 to 1000000 students, not 1000001.");
        assertThatThrownBy(() -> District.of(1, 100).student(100))
                .hasMessage("Students are numbered 0 to 99, not 100.");
    }

    @Test
    void benchmark_sizes_share_the_published_seed() {
        assertThat(Districts.CITY.district().students()).isEqualTo(10_000);
        assertThat(Districts.CITY.district().seed()).isEqualTo(2026);
    }

    @Test
    void demo_users_are_people_of_the_roster_and_the_first_has_an_eventful_class() throws IOException {
        District district = District.of(2026, 1_000);
        List<DemoUser> users = district.demoUsers();
        List<String> usernames = Written.by(district::writeOneRoster).entries().get("users.csv").records().stream()
                .map(user -> user.getField("username"))
                .toList();
        assertThat(users).extracting(DemoUser::username).doesNotHaveDuplicates().allMatch(usernames::contains);
        assertThat(users)
                .extracting(DemoUser::role)
                .containsExactly(
                        DemoUser.Role.TEACHER,
                        DemoUser.Role.TEACHER,
                        DemoUser.Role.TEACHER,
                        DemoUser.Role.LEADER,
                        DemoUser.Role.COACH,
                        DemoUser.Role.DISTRICT,
                        DemoUser.Role.STUDENT);
        assertThat(users.get(0).classIds()).hasSizeBetween(4, 5);
        assertThat(users.get(0).orgId()).isNotEqualTo(users.get(1).orgId());
        assertThat(users.get(6).classIds()).hasSize(2);
        assertThat(users.get(0).classIds()).containsAnyElementsOf(users.get(6).classIds());
    }

    private static Written everything(District district) throws IOException {
        return Written.by(out -> {
            for (Written entry : Written.by(district::writeOneRoster).entries().values()) out.write(entry.bytes());
            district.writeCalendar(out);
            district.writeBellSchedule(out);
            district.writeAttendance(out, SchoolYear.FIRST_DAY, SchoolYear.LAST_DAY);
            district.writeCompetencies(out);
            district.writePrerequisites(out);
            district.writeAttempts(out, START, OCTOBER);
            var plans = new ByteArrayOutputStream();
            for (var section : district.sections()) {
                plans.write(district.pacingPlanJson(section).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            out.write(plans.toByteArray());
        });
    }
}
