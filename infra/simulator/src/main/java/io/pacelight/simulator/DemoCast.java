package io.pacelight.simulator;

import io.pacelight.simulator.DemoUser.Role;
import io.pacelight.simulator.curriculum.PacingPlan;
import io.pacelight.simulator.learning.Attempt;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.School;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Staff;
import io.pacelight.simulator.school.Student;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Picks the demo's people: the class in which ten weeks into the year most different things have happened, and those around it. */
final class DemoCast {
    private static final LocalDate LOOK_BACK_FROM = LocalDate.of(2026, 10, 24);
    private static final Duration QUIET = Duration.ofDays(9);
    private static final int MANY_ATTEMPTS = 10;
    private static final int SCHOOLS_LOOKED_AT = 3;

    private final District district;

    DemoCast(District district) {
        this.district = district;
    }

    /** How many students of a class are quiet, stuck, behind and ahead. */
    private record Mix(Section section, int quiet, int stuck, int behind, int ahead) {
        int interest() {
            return 3 * Math.min(quiet, 2) + 2 * Math.min(stuck, 4) + Math.min(behind, 6) + Math.min(ahead, 4);
        }
    }

    List<DemoUser> users() {
        List<Mix> mixes = sectionsOf(district.schools().stream().limit(SCHOOLS_LOOKED_AT))
                .map(this::mix)
                .sorted(Comparator.comparingInt(Mix::interest).reversed())
                .toList();
        Section best = mixes.getFirst().section();
        List<DemoUser> users = new ArrayList<>();
        users.add(staff(
                best.teacher(),
                Role.TEACHER,
                "In " + best.title() + " by late October: " + mixes.getFirst().stuck() + " stuck, "
                        + mixes.getFirst().behind() + " behind, "
                        + mixes.getFirst().quiet() + " quiet, "
                        + mixes.getFirst().ahead() + " ahead."));
        mixes.stream()
                .filter(mix -> !mix.section().school().equals(best.school()))
                .findFirst()
                .ifPresent(mix -> users.add(staff(
                        mix.section().teacher(),
                        Role.TEACHER,
                        "A teacher of another school, who may not see the first.")));
        district.sections().stream()
                .filter(section -> section.school().equals(best.school()))
                .map(Section::coTeacher)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(id -> users.add(staff(id, Role.TEACHER, "A co-teacher, sharing queues with others.")));
        String school = best.school().id();
        users.add(staff(
                only("principal", school),
                Role.LEADER,
                "The principal of " + best.school().name() + "."));
        users.add(staff(
                only("counselor", school),
                Role.COACH,
                "The coach of " + best.school().name() + "."));
        users.add(staff(only("districtAdministrator", district.id()), Role.DISTRICT, "The district's data desk."));
        Student student = district.student(best.firstStudent());
        users.add(new DemoUser(
                student.username(),
                Role.STUDENT,
                student.id(),
                student.name(),
                school,
                district.sections().stream()
                        .filter(section -> student.number() >= section.firstStudent()
                                && student.number() < section.firstStudent() + section.size())
                        .map(Section::id)
                        .toList(),
                "A student of the first teacher's class."));
        return List.copyOf(users);
    }

    private Stream<Section> sectionsOf(Stream<School> schools) {
        List<School> chosen = schools.toList();
        return district.sections().stream().filter(section -> chosen.contains(section.school()));
    }

    private Mix mix(Section section) {
        Instant now = District.startOf(LOOK_BACK_FROM);
        Map<String, Instant> lastSeen = new HashMap<>();
        Map<String, String> present = new HashMap<>();
        Map<String, Integer> attempts = new HashMap<>();
        district.attempts(List.of(section), District.startOf(SchoolYear.FIRST_DAY), now)
                .filter(attempt -> attempt.kind() != Attempt.Kind.DIAGNOSTIC)
                .forEach(attempt -> {
                    lastSeen.put(attempt.studentSourcedId(), attempt.assessedAt());
                    present.put(attempt.studentSourcedId(), attempt.competencyCode());
                    attempts.merge(attempt.studentSourcedId() + attempt.competencyCode(), 1, Integer::sum);
                });
        int due = due(district.pacingPlan(section));
        List<String> order = section.course().competencies().stream()
                .map(competency -> competency.code())
                .toList();
        int quiet = 0;
        int stuck = 0;
        int behind = 0;
        int ahead = 0;
        for (int i = 0; i < section.size(); i++) {
            String student = Student.id(section.firstStudent() + i);
            String code = present.getOrDefault(student, order.getFirst());
            if (lastSeen.getOrDefault(student, Instant.EPOCH).isBefore(now.minus(QUIET))) quiet++;
            if (attempts.getOrDefault(student + code, 0) >= MANY_ATTEMPTS) stuck++;
            if (order.indexOf(code) <= due - 2) behind++;
            if (order.indexOf(code) >= due + 2) ahead++;
        }
        return new Mix(section, quiet, stuck, behind, ahead);
    }

    private static int due(PacingPlan plan) {
        int minutes = SchoolYear.meetingDays().stream()
                .filter(day -> day.isBefore(LOOK_BACK_FROM))
                .mapToInt(day -> Bells.Variant.on(day.getDayOfWeek()).minutes())
                .sum();
        return plan.due(minutes);
    }

    private String only(String role, String org) {
        return district.staff().stream()
                .filter(person -> person.role().equals(role) && person.org().equals(org))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(org + " has no " + role))
                .id();
    }

    private DemoUser staff(String id, Role role, String look) {
        Staff person = district.staff().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + id));
        List<String> classes = district.sections().stream()
                .filter(section -> id.equals(section.teacher()) || id.equals(section.coTeacher()))
                .map(Section::id)
                .toList();
        return new DemoUser(person.username(), role, id, person.name(), person.org(), classes, look);
    }
}
