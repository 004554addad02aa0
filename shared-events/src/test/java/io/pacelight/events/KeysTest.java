package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void parts_are_joined_by_a_bar() {
        assertThat(Keys.of("riverbend", "class", "cls-math7-2")).isEqualTo("riverbend|class|cls-math7-2");
        assertThat(Keys.of("riverbend")).isEqualTo("riverbend");
    }

    @Test
    void a_part_with_a_bar_is_refused_because_two_keys_could_be_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.of("riverbend", "a|b"));
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.of("|", "a"));
    }

    @Test
    void an_empty_part_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Keys.of("riverbend", ""));
    }

    @Test
    void all_of_a_students_events_have_one_key() {
        assertThat(EventCatalogue.entries().stream()
                        .filter(entry -> StudentEvent.class.isAssignableFrom(entry.record()))
                        .map(KeyTemplates::of)
                        .distinct())
                .containsExactly("{district}|{student}");
    }
}
