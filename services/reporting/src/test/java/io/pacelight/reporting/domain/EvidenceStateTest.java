package io.pacelight.reporting.domain;

import static io.pacelight.reporting.domain.Given.MONDAY;
import static io.pacelight.reporting.domain.Given.evidence;
import static io.pacelight.reporting.domain.Given.judged;
import static io.pacelight.reporting.domain.Given.recorded;
import static io.pacelight.reporting.domain.Given.voided;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceStateTest {
    @Test
    void the_newest_comes_first_and_an_undated_attempt_last() {
        EvidenceState state = EvidenceState.EMPTY.with(List.of(
                recorded("A", "a1", MONDAY),
                recorded("A", "a2", MONDAY.plusSeconds(60)),
                new StudentFact.Recorded("A", evidence("a0", null))));

        assertThat(state.of("A")).extracting(Evidence::attempt).containsExactly("a2", "a1", "a0");
    }

    @Test
    void fifty_of_a_competency_are_kept() {
        EvidenceState state = EvidenceState.EMPTY.with(sixty());

        assertThat(state.of("A")).hasSize(50);
        assertThat(state.of("A").getFirst().attempt()).isEqualTo("a60");
        assertThat(state.of("A").getLast().attempt()).isEqualTo("a11");
    }

    @Test
    void a_voided_attempt_is_not_shown_even_if_the_void_came_first() {
        EvidenceState state = EvidenceState.EMPTY
                .with(List.of(voided("A", "a1")))
                .with(List.of(recorded("A", "a1", MONDAY), recorded("A", "a2", MONDAY)));

        assertThat(state.of("A")).extracting(Evidence::attempt).containsExactly("a2");
    }

    @Test
    void any_order_and_any_repetition_give_the_same_evidence() {
        List<StudentFact> all = new ArrayList<>(sixty());
        all.add(voided("A", "a5"));
        all.add(voided("A", "a55"));
        EvidenceState expected = EvidenceState.EMPTY.with(all);
        for (long seed = 1; seed <= 100; seed++) {
            List<StudentFact> shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(10, 30));
            Collections.shuffle(shuffled, new Random(seed));
            EvidenceState state = EvidenceState.EMPTY;
            for (StudentFact fact : shuffled) state = state.with(List.of(fact));
            assertThat(state).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void facts_that_are_not_of_attempts_or_are_known_leave_the_very_same_state() {
        EvidenceState state = EvidenceState.EMPTY.with(List.of(recorded("A", "a1", MONDAY)));

        assertThat(state.with(List.of(judged(1, "A", 1, false)))).isSameAs(state);
        assertThat(state.with(List.of(recorded("A", "a1", MONDAY)))).isSameAs(state);
    }

    private static List<StudentFact> sixty() {
        List<StudentFact> facts = new ArrayList<>();
        for (int i = 1; i <= 60; i++) facts.add(recorded("A", "a" + i, MONDAY.plusSeconds(i)));
        return facts;
    }
}
