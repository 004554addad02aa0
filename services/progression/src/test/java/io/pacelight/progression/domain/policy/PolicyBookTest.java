package io.pacelight.progression.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
    private static final PolicySetting DISTRICT = new PolicySetting(Scope.DISTRICT, 1, new Latest(), false);
    private static final PolicySetting NORTH = new PolicySetting(new Scope.School("north"), 1, new Highest(), false);
    private static final PolicySetting ADDING = new PolicySetting(new Scope.Competency("1.OA"), 1, new NTimes(2), true);

    @Test
    void the_nearest_wins_competency_before_school_before_district_before_the_default() {
        PolicyBook book = PolicyBook.EMPTY.with(DISTRICT).with(NORTH).with(ADDING);

        assertThat(book.nearest("1.OA", List.of("north"))).isEqualTo(ADDING);
        assertThat(book.nearest("2.OA", List.of("south", "north"))).isEqualTo(NORTH);
        assertThat(book.nearest("2.OA", List.of("south"))).isEqualTo(DISTRICT);
        assertThat(PolicyBook.EMPTY.nearest("2.OA", List.of())).isEqualTo(PolicySetting.UNSET);
    }

    @Test
    void of_two_schools_with_a_policy_the_first_by_id_decides() {
        PolicySetting south = new PolicySetting(new Scope.School("south"), 1, new Average(), false);
        assertThat(PolicyBook.EMPTY.with(NORTH).with(south).nearest("x", List.of("south", "north")))
                .isEqualTo(NORTH);
    }

    @Test
    void a_newer_version_replaces_an_older_one_and_never_the_other_way() {
        PolicySetting newer = new PolicySetting(Scope.DISTRICT, 2, new Average(), false);
        PolicyBook book = PolicyBook.EMPTY.with(newer).with(DISTRICT);

        assertThat(book.at(Scope.DISTRICT)).isEqualTo(newer);
        assertThat(book.at(new Scope.School("north")).version()).isZero();
    }

    @Test
    void a_scope_is_read_as_it_is_written() {
        for (String text : List.of("district", "school:north", "competency:1.OA:b")) {
            assertThat(Scope.parse(text)).hasToString(text);
        }
        for (String text : List.of("class:7", "school:", "competency: ", "", "District")) {
            assertThatThrownBy(() -> Scope.parse(text))
                    .isInstanceOf(PolicyRefused.class)
                    .hasMessageContaining("write district, school:ID or competency:CODE");
        }
    }
}
