package io.pacelight.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void lanes_and_sizes_are_taken_as_they_are_given() {
        Options options =
                Options.parse(List.of("--quick", "--lanes", "decode, progression", "--students", "1000,1_000_000"));

        assertThat(options.lanes()).containsExactly("decode", "progression");
        assertThat(options.students()).containsExactly(1_000, 1_000_000);
        assertThat(options.rounds()).isEqualTo(1);
    }

    @Test
    void what_is_not_understood_is_said() {
        assertThatThrownBy(() -> Options.parse(List.of("--lanes", "progresion")))
                .hasMessageContaining("no lane 'progresion'")
                .hasMessageContaining("progression");
        assertThatThrownBy(() -> Options.parse(List.of("--students", "many"))).hasMessage("not a whole number: 'many'");
        assertThatThrownBy(() -> Options.parse(List.of("--students", "1000,500")))
                .hasMessageContaining("1000 or more, not 500");
        assertThatThrownBy(() -> Options.parse(List.of("--rounds"))).hasMessage("--rounds needs a value");
        assertThatThrownBy(() -> Options.parse(List.of("--fast"))).hasMessageContaining("unknown option '--fast'");
    }
}
