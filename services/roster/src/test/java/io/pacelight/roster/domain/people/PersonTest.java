package io.pacelight.roster.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.roster.domain.people.PersonChange.Parts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersonTest {
    private static final PersonKeys KEYS = new PersonKeys("stu_1", "stf_1", "gdn_1");
    private static final LocalDate AUG = LocalDate.of(2021, 8, 23);
    private static final LocalDate DEC = LocalDate.of(2021, 12, 17);
    private static final EnrolmentFact MATH = new EnrolmentFact("K1", "C1", "S1", "student", false, AUG, DEC);
    private static final EnrolmentFact READING = new EnrolmentFact("K2", "C2", "S1", "student", false, AUG, DEC);

    private static UserFact named(String given) {
        return new UserFact(true, "u1", given, "Dyer", null, null, null, null, null, null, "S1", List.of("03"));
    }

    private static PersonChange whole(
            UserFact user, Map<String, RoleFact> roles, Map<String, EnrolmentFact> enrolments) {
        return new PersonChange(
                "d",
                KEYS,
                user,
                false,
                Map.of("G1", "gdn_2"),
                Parts.all(Map.of("G2", "gdn_3")),
                Parts.all(roles),
                Parts.all(enrolments),
                Parts.all(Map.of("U1", new DemographicsFact(AUG, "female", Set.of("white")))),
                Map.of());
    }

    private static RoleFact role(String role) {
        return new RoleFact(role, "S1", true, null, null);
    }

    private static Person student() {
        return Person.unknown("U1").apply(whole(named("Ty"), Map.of("R1", role("student")), Map.of("E1", MATH)));
    }

    @Test
    void the_same_again_is_the_same_object() {
        Person person = student();
        assertThat(person.apply(whole(named("Ty"), Map.of("R1", role("student")), Map.of("E1", MATH))))
                .isSameAs(person);
    }

    @Test
    void a_person_may_be_student_staff_and_guardian_at_once() {
        Person person = Person.unknown("U1")
                .apply(whole(
                        named("Ty"),
                        Map.of("R1", role("student"), "R2", role("aide"), "R3", role("parent")),
                        Map.of()));
        assertThat(person.isStudent()).isTrue();
        assertThat(person.isStaff()).isTrue();
        assertThat(person.isGuardian()).isTrue();
    }

    @Test
    void an_extension_of_the_standard_is_no_staff() {
        assertThat(role("ext:coach").isStaff()).isFalse();
    }

    @Test
    void guardians_are_those_linked_in_either_direction() {
        assertThat(student().guardianKeys()).containsExactly("gdn_2", "gdn_3");
    }

    @Test
    void changes_of_a_delta_leave_the_rest() {
        Person after = student()
                .apply(new PersonChange(
                        "d",
                        KEYS,
                        null,
                        false,
                        null,
                        Parts.keep(),
                        Parts.keep(),
                        new Parts<>(false, Map.of("E2", READING), Set.of()),
                        Parts.keep(),
                        Map.of()));
        assertThat(after.enrolments()).containsOnlyKeys("E1", "E2");
        assertThat(after.user()).isEqualTo(named("Ty"));
        assertThat(after.schoolsAsStudent()).containsExactly("S1");
    }

    @Test
    void who_is_withdrawn_was_a_student_and_comes_back_as_one() {
        Person gone = student().apply(PersonChange.absent("d", KEYS, true, true, true, true));
        assertThat(gone.withdrawn()).isTrue();
        assertThat(gone.isStudent()).isFalse();
        assertThat(gone.everStudent()).isTrue();
        assertThat(gone.enrolments()).isEmpty();
        assertThat(gone.demographics()).isNull();

        Person stillGone = gone.apply(PersonChange.link("d", KEYS, Map.of("G9", "gdn_9"), Set.of()));
        assertThat(stillGone.withdrawn()).isTrue();
        assertThat(stillGone.linkedBy()).containsOnlyKeys("G9");

        Person back = gone.apply(whole(named("Ty"), Map.of("R1", role("student")), Map.of("E1", MATH)));
        assertThat(back.isStudent()).isTrue();
    }

    @Test
    void who_is_only_missing_from_other_files_stays() {
        Person after = student().apply(PersonChange.absent("d", KEYS, false, false, true, false));
        assertThat(after.isStudent()).isTrue();
        assertThat(after.enrolments()).isEmpty();
        assertThat(after.agents()).containsOnlyKeys("G1");
    }

    @Test
    void enrolments_follow_their_class_or_leave() {
        Person after =
                student().apply(PersonChange.moved("d", KEYS, Map.of("K1", new ClassPlace("C9", "S9")), Set.of()));
        assertThat(after.enrolments().get("E1")).isEqualTo(MATH.at(new ClassPlace("C9", "S9")));
        assertThat(student()
                        .apply(PersonChange.moved("d", KEYS, Map.of(), Set.of("E1")))
                        .enrolments())
                .isEmpty();
    }

    @Test
    void somebody_only_named_by_others_is_not_known() {
        Person person = Person.unknown("U1").apply(PersonChange.link("d", KEYS, Map.of("G1", "gdn_2"), Set.of()));
        assertThat(person.isKnown()).isFalse();
        assertThat(person.isStudent()).isFalse();
        assertThat(student().isKnown()).isTrue();
    }

    @Test
    void preferred_names_are_shown() {
        UserFact user = new UserFact(true, "u", "Tyrone", "Dyer", null, "Ty", "Dee", null, null, null, null, List.of());
        assertThat(user.shownGivenName()).isEqualTo("Ty");
        assertThat(user.shownFamilyName()).isEqualTo("Dee");
        assertThat(named("Ana").shownFamilyName()).isEqualTo("Dyer");
    }

    @Test
    void an_enrolment_is_ended_by_going_or_by_an_earlier_end_that_is_past() {
        LocalDate today = LocalDate.of(2021, 11, 1);
        assertThat(MATH.isEndedBy(null, today)).isTrue();
        assertThat(MATH.isEndedBy(MATH, LocalDate.of(2022, 2, 1))).isFalse();
        assertThat(MATH.isEndedBy(until(LocalDate.of(2021, 10, 1)), today)).isTrue();
        assertThat(MATH.isEndedBy(until(LocalDate.of(2021, 11, 20)), today)).isFalse();
        assertThat(until(null).isEndedBy(until(LocalDate.of(2021, 10, 1)), today))
                .isTrue();
        assertThat(MATH.isEndedBy(until(null), today)).isFalse();
    }

    private static EnrolmentFact until(@Nullable LocalDate end) {
        return new EnrolmentFact("K1", "C1", "S1", "student", false, AUG, end);
    }
}
