package io.pacelight.roster.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnrolmentFactTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 24);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 9);

    private static EnrolmentFact enrolled(@Nullable LocalDate begin, @Nullable LocalDate end) {
        return new EnrolmentFact("C1", "K", "S1", "student", true, begin, end);
    }

    @Test
    void both_days_are_inclusive() {
        EnrolmentFact enrolment = enrolled(FIRST, LAST);
        assertThat(enrolment.on(FIRST.minusDays(1))).isFalse();
        assertThat(enrolment.on(FIRST)).isTrue();
        assertThat(enrolment.on(LAST)).isTrue();
        assertThat(enrolment.on(LAST.plusDays(1))).isFalse();
    }

    @Test
    void a_missing_day_is_open() {
        assertThat(enrolled(null, LAST).on(LocalDate.MIN)).isTrue();
        assertThat(enrolled(FIRST, null).on(LocalDate.MAX)).isTrue();
    }
}
