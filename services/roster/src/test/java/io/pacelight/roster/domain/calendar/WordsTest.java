package io.pacelight.roster.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void weekdays_come_in_the_order_of_the_week_then_cycle_days() {
        assertThat(DayRule.read("FR|MO|WE")).contains(List.of("MO", "WE", "FR"));
        assertThat(DayRule.read("Monday, tue")).contains(List.of("MO", "TU"));
        assertThat(DayRule.read("B;A")).contains(List.of("A", "B"));
        assertThat(DayRule.read("MO|MO")).contains(List.of("MO"));
    }

    @Test
    void a_rule_that_names_nothing_is_not_read() {
        assertThat(DayRule.read("")).isEmpty();
        assertThat(DayRule.read("MO||TU")).isEmpty();
        assertThat(DayRule.read("x".repeat(21))).isEmpty();
    }

    @Test
    void times_are_on_the_24_hour_clock() {
        assertThat(Times.read("08:35")).contains(LocalTime.of(8, 35));
        assertThat(Times.read("08:35:30")).contains(LocalTime.of(8, 35, 30));
        assertThat(Times.read("8:35")).isEmpty();
        assertThat(Times.read("24:35")).isEmpty();
        assertThat(Times.meant("1:05 pm")).isEqualTo("13:05");
        assertThat(Times.meant("12:05 AM")).isEqualTo("00:05");
        assertThat(Times.meant("8:35")).isEqualTo("08:35");
        assertThat(Times.meant("noon")).isEmpty();
    }

    @Test
    void attendance_codes_are_read_whatever_their_letter_case() {
        assertThat(AttendanceCode.read("In Attendance")).contains(AttendanceCode.PRESENT);
        assertThat(AttendanceCode.read("unexcused_absence")).contains(AttendanceCode.ABSENT);
        assertThat(AttendanceCode.read("T")).contains(AttendanceCode.LATE);
        assertThat(AttendanceCode.read("excluded")).contains(AttendanceCode.EXCLUDED);
        assertThat(AttendanceCode.read("")).isEmpty();
    }
}
