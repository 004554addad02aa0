package io.pacelight.reporting.adapter.out.mongo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-14T14:00:00.123456789Z",
                "1969-12-31T23:59:59.999999999Z",
                "1677-09-21T00:12:43.145224192Z",
                "1677-09-21T00:12:44Z",
                "2262-04-11T23:47:16.854775807Z"
            })
    void an_instant_comes_back_to_the_nanosecond(String text) {
        Instant instant = Instant.parse(text);
        assertThat(Fields.ofNanos(requireNonNull(Fields.nanos(instant)))).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "0206-10-14T00:00:00Z, 1677-09-21T00:12:43.145224192Z",
        "-1000000000-01-01T00:00:00Z, 1677-09-21T00:12:43.145224192Z",
        "9999-12-31T23:59:59Z, 2262-04-11T23:47:16.854775807Z"
    })
    void an_instant_that_no_document_can_hold_is_stored_as_the_nearest_that_it_can(String text, String stored) {
        assertThat(Fields.ofNanos(requireNonNull(Fields.nanos(Instant.parse(text)))))
                .isEqualTo(Instant.parse(stored));
    }
}
