package io.pacelight.progression.domain.evidence;

import static io.pacelight.progression.domain.evidence.Shown.FRI;
import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.TUE;
import static io.pacelight.progression.domain.evidence.Shown.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchoolDaysTest {
    private final SchoolDays days = SchoolDays.weekdays(ZONE);

    @Test
    void two_hours_of_one_day_are_no_day_apart_and_two_days_are_one() {
        assertThat(days.apart(MON, MON.plus(Duration.ofHours(2)), 1)).isFalse();
        assertThat(days.apart(MON, TUE, 1)).isTrue();
        assertThat(days.apart(MON, TUE, 2)).isFalse();
        assertThat(days.apart(TUE, MON, 1)).isFalse();
        assertThat(days.apart(MON, MON, 0)).isTrue();
    }

    @Test
    void a_weekend_counts_nothing() {
        assertThat(days.apart(FRI, FRI.plus(Duration.ofDays(2)), 1)).isFalse();
        assertThat(days.apart(FRI, FRI.plus(Duration.ofDays(3)), 1)).isTrue();
        assertThat(days.apart(FRI, FRI.plus(Duration.ofDays(3)), 2)).isFalse();
    }

    @Test
    void five_days_from_monday_skip_the_weekend_and_two_skip_closed_days() {
        assertThat(days.apart(MON, MON.plus(Duration.ofDays(7)), 5)).isTrue();
        assertThat(days.apart(MON, MON.plus(Duration.ofDays(6)), 5)).isFalse();

        Set<LocalDate> closed = Set.of(LocalDate.of(2022, 5, 10), LocalDate.of(2022, 5, 11));
        SchoolDays withClosings = new SchoolDays(ZONE, date -> days.open().test(date) && !closed.contains(date));
        assertThat(withClosings.apart(MON, FRI, 2)).isTrue();
        assertThat(withClosings.apart(MON, FRI.minus(Duration.ofDays(1)), 2)).isFalse();
    }

    @Test
    void the_day_is_that_of_the_school() {
        Instant lateOnMonday = Instant.parse("2022-05-10T03:00:00Z");
        assertThat(days.apart(MON, lateOnMonday, 1)).isFalse();
    }
}
