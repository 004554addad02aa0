package io.pacelight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void without_arguments_it_is_the_demo_on_port_8080() {
        Options options = Options.parse(List.of());
        assertThat(options)
                .isEqualTo(new Options(Path.of(".pacelight").toAbsolutePath(), 8080, null, null, true, false, null));
        assertThat(options.signInPort()).isEqualTo(8081);
        assertThat(options.effectiveSpeed()).isEqualTo(60);
    }

    @Test
    void every_option_is_read() {
        Options options = Options.parse(List.of(
                "--fresh",
                "--no-demo",
                "--data",
                "/tmp/x",
                "--port",
                "9000",
                "--students",
                "1000",
                "--speed",
                "10",
                "--date",
                "2026-10-14T08:00:00Z"));
        assertThat(options.data()).isEqualTo(Path.of("/tmp/x").toAbsolutePath());
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.students()).isEqualTo(1000);
        assertThat(options.effectiveSpeed()).isEqualTo(10);
        assertThat(options.demo()).isFalse();
        assertThat(options.fresh()).isTrue();
        assertThat(options.date()).isEqualTo("2026-10-14T08:00:00Z");
    }

    @Test
    void an_empty_district_runs_in_real_time_and_a_date_alone_begins_at_midnight() {
        Options options = Options.parse(List.of("--no-demo", "--date", "2026-10-14"));
        assertThat(options.effectiveSpeed()).isEqualTo(1);
        assertThat(options.date()).isEqualTo("2026-10-14T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 99999 | --port takes a number from 1 to 65534, not '99999'",
                "--port | --port needs a value",
                "--students many | --students takes a number from 100 to 1000000, not 'many'",
                "--speed 0 | --speed takes a number from 1 to 36000, not '0'",
                "--frehs | unknown option '--frehs'",
                "--no-demo --date tomorrow | --date takes an ISO date or instant such as 2026-10-14T08:00:00Z, not 'tomorrow'",
                "--date 2026-10-14 | --date goes with --no-demo; the demo district has its own semester",
            })
    void what_it_does_not_understand_is_one_clear_line(String arguments, String line) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments.split(" "))))
                .isInstanceOf(CannotStart.class)
                .hasMessage(line);
    }
}
