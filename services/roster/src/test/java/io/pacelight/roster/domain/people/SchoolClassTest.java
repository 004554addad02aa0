package io.pacelight.roster.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.roster.domain.people.PersonChange.Parts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchoolClassTest {
    private static final ClassFact MATH = new ClassFact(
            "Math", "C1", "S1", List.of("F22"), List.of("1"), "101", "M3", "scheduled", List.of("03"), List.of());

    private static Teaching by(String staff, boolean primary) {
        return new Teaching(staff, primary, null, null);
    }

    private static SchoolClass math(Map<String, Teaching> teachers) {
        return SchoolClass.unknown("K1").apply(new ClassChange("d", MATH, false, Parts.all(teachers)));
    }

    @Test
    void the_primary_teacher_comes_first() {
        assertThat(math(Map.of("E1", by("stf_a", false), "E2", by("stf_b", true)))
                        .teachersInOrder())
                .extracting(Teaching::staff)
                .containsExactly("stf_b", "stf_a");
    }

    @Test
    void who_teaches_alone_is_primary() {
        assertThat(math(Map.of("E1", by("stf_a", false))).teachersInOrder()).containsExactly(by("stf_a", true));
    }

    @Test
    void a_delta_changes_single_teachers() {
        SchoolClass after = math(Map.of("E1", by("stf_a", true)))
                .apply(new ClassChange(
                        "d", null, false, new Parts<>(false, Map.of("E2", by("stf_b", false)), Set.of("E1"))));
        assertThat(after.teachers()).containsOnlyKeys("E2");
        assertThat(after.fact()).isEqualTo(MATH);
    }

    @Test
    void a_withdrawn_class_stays_so_until_it_is_described_again() {
        SchoolClass gone = math(Map.of()).apply(new ClassChange("d", null, true, Parts.keep()));
        assertThat(gone.isActive()).isFalse();
        assertThat(gone.apply(new ClassChange("d", null, false, Parts.keep()))).isSameAs(gone);
        assertThat(gone.apply(new ClassChange("d", MATH, false, Parts.keep())).isActive())
                .isTrue();
        assertThat(SchoolClass.unknown("K2").isActive()).isFalse();
        assertThat(MATH.place()).isEqualTo(new ClassPlace("C1", "S1"));
    }
}
