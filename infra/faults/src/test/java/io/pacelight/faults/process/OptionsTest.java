package io.pacelight.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void without_a_word_it_is_50_000_attempts_5_kills_of_each_service_and_every_fault() {
        Options options = Options.parse(List.of());
        assertThat(options.attempts()).isEqualTo(50_000);
        assertThat(options.kills()).isEqualTo(5);
        assertThat(options.faults()).isEqualTo(EnumSet.allOf(Fault.class));
    }

    @Test
    void only_names_the_faults_that_are_made() {
        assertThat(Options.parse(List.of("--only", "kill,clock", "--seed", "7")).faults())
                .containsExactly(Fault.KILL, Fault.CLOCK);
    }

    @Test
    void an_unknown_fault_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Options.parse(List.of("--only", "fire")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'fire'")
                .hasMessageContaining("backbone");
    }

    @Test
    void one_mutant_alone_is_provoked_by_what_it_lacks_a_safeguard_against() {
        Options options = Options.parse(List.of("--mutant", "guard"));
        assertThat(options.mutants()).containsExactly(Mutant.GUARD);
        assertThat(options.provoking(Mutant.GUARD).faults()).containsExactly(Fault.MEMBERS);
        assertThat(Options.parse(List.of("--mutants")).mutants()).isEqualTo(EnumSet.allOf(Mutant.class));
    }
}
