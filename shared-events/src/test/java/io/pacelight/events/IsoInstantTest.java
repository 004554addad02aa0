package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantTest {
    @Test
    void every_instant_that_we_write_is_read_as_the_library_reads_it() {
        long seed = 20_260_921;
        Random random = new Random(seed);
        long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        int[] grains = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < 20_000; i++) {
            int grain = grains[i % grains.length];
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(first, last), random.nextInt(1_000_000_000) / grain * (long) grain);

            assertThat(IsoInstant.parse(instant.toString())).as("seed " + seed).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-21T14:05:00.5Z",
                "2026-09-21T14:05:00.120Z",
                "2026-09-21T14:05:00.123456789Z",
                "2024-02-29T23:59:59.999999999Z",
                "2016-12-31T23:59:60Z",
                "2026-09-21T14:05:00.Z",
                "2026-09-21T24:00:00Z",
                "2026-09-21t14:05:00z",
                "2026-09-21T14:05:00-05:00",
                "2026-09-21T14:05Z",
                "+12026-09-21T14:05:00Z",
                "-0044-03-15T12:00:00Z"
            })
    void another_spelling_is_read_as_the_library_reads_it(String text) {
        assertThat(outcome(() -> IsoInstant.parse(text))).isEqualTo(outcome(() -> Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-02-30T14:05:00Z",
                "2026-13-01T14:05:00Z",
                "2026-00-01T14:05:00Z",
                "2026-09-00T14:05:00Z",
                "2026-09-21T25:00:00Z",
                "2026-09-21T14:60:00Z",
                "2026-09-21T14:05:61Z",
                "2026-09-21T14:05:00.12x456Z",
                "2026-09-21T14:05:00.1234567890Z",
                "2026-09-21T14:05:00",
                "2026-09-21 14:05:00Z",
                "20x6-09-21T14:05:00Z",
                "२०२६-09-21T14:05:00Z"
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Instant.parse(text));
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> IsoInstant.parse(text));
    }

    private static Object outcome(java.util.function.Supplier<Instant> parse) {
        try {
            return parse.get();
        } catch (DateTimeException e) {
            return DateTimeException.class;
        }
    }
}
