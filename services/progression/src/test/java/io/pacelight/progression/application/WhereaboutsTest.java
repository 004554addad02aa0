package io.pacelight.progression.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.application.AskCompetencies.Whereabouts;
import io.pacelight.progression.application.StudentState.Seat;
import io.pacelight.progression.domain.map.StudentMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final Seat LEFT = new Seat("c1", "north", null, null);
    private static final Seat NOW = new Seat("c2", "south", null, null);
    private static final StudentState MOVED =
            new StudentState(List.of("north", "south"), List.of(LEFT, NOW), StudentMap.EMPTY);

    @Test
    void a_student_is_no_longer_at_a_school_whose_classes_are_over() {
        assertThat(Whereabouts.of(MOVED, List.of(NOW))).isEqualTo(new Whereabouts(List.of("c2"), List.of("south")));
    }

    @Test
    void between_terms_a_student_is_at_all_schools_that_the_roster_names_and_in_no_class() {
        assertThat(Whereabouts.of(MOVED, List.of())).isEqualTo(new Whereabouts(List.of(), List.of("north", "south")));
    }
}
