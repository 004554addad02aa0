package io.pacelight.simulator.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class SchoolYearTest {
    @Test
    void the_year_has_178_meeting_days_from_august_to_may() {
        assertThat(SchoolYear.meetingDays())
                .hasSize(178)
                .startsWith(LocalDate.of(2026, 8, 17))
                .endsWith(LocalDate.of(2027, 5, 28))
                .doesNotContain(LocalDate.of(2026, 11, 26), LocalDate.of(2027, 3, 17), LocalDate.of(2026, 8, 22));
    }

    @Test
    void sessions_lie_within_their_parents() {
        assertThat(SchoolYear.sessions()).hasSize(7);
        for (SchoolYear.Session session : SchoolYear.sessions()) {
            SchoolYear.sessions().stream()
                    .filter(parent -> parent.id().equals(session.parent()))
                    .forEach(parent -> {
                        assertThat(session.first()).isBetween(parent.first(), parent.last());
                        assertThat(session.last()).isBetween(parent.first(), parent.last());
                    });
        }
    }

    @Test
    void periods_are_shorter_on_wednesdays_and_never_overlap() {
        assertThat(Bells.startTime(0, 1, Bells.Variant.NORMAL)).isEqualTo(LocalTime.of(8, 0));
        assertThat(Bells.endTime(2, 7, Bells.Variant.NORMAL)).isEqualTo(LocalTime.of(15, 20));
        assertThat(Bells.endTime(1, 5, Bells.Variant.EARLY_RELEASE)).isEqualTo(LocalTime.of(12, 25));
        for (Bells.Variant variant : Bells.Variant.values()) {
            for (int period = 1; period < Bells.PERIODS; period++) {
                assertThat(Bells.startTime(0, period + 1, variant)).isAfter(Bells.endTime(0, period, variant));
            }
        }
    }

    @Test
    void students_are_away_on_about_one_day_in_twenty() {
        Absences absences = new Absences(2026);
        int away = 0;
        for (int student = 0; student < 1_000; student++) {
            for (int day = 0; day < 178; day++) if (absences.isAbsent(student, day)) away++;
        }
        assertThat(away / 178_000.0).isBetween(0.035, 0.065);
    }
}
