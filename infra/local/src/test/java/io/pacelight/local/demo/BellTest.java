package io.pacelight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.simulator.District;
import io.pacelight.simulator.Districts;
import io.pacelight.simulator.school.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BellTest {
    private static final District DISTRICT = District.of(Districts.SEED, 600);

    /** Meets in the first period, from 8:00 in schools that start first. */
    private static final Section FIRST_PERIOD = DISTRICT.sections().stream()
            .filter(section -> section.period() == 1 && section.school().start() == 0)
            .findFirst()
            .orElseThrow();

    private static List<Bell> bells(String from, String to) {
        return Bell.between(List.of(FIRST_PERIOD), Instant.parse(from), Instant.parse(to));
    }

    @Test
    void a_meeting_of_fifty_minutes_begins_and_ends_with_a_bell() {
        assertThat(bells("2026-10-27T05:00:00Z", "2026-10-28T05:00:00Z"))
                .containsExactly(
                        new Bell(Instant.parse("2026-10-27T13:00:00Z"), FIRST_PERIOD, true),
                        new Bell(Instant.parse("2026-10-27T13:50:00Z"), FIRST_PERIOD, false));
    }

    @Test
    void on_wednesdays_school_is_out_early() {
        assertThat(bells("2026-10-28T05:00:00Z", "2026-10-29T05:00:00Z"))
                .extracting(Bell::at)
                .containsExactly(Instant.parse("2026-10-28T13:00:00Z"), Instant.parse("2026-10-28T13:40:00Z"));
    }

    @Test
    void no_bell_rings_on_a_day_off() {
        assertThat(bells("2026-11-26T00:00:00Z", "2026-11-30T00:00:00Z")).isEmpty();
    }

    @Test
    void a_bell_at_the_edge_of_two_looks_is_heard_once_by_the_first() {
        assertThat(bells("2026-10-27T12:00:00Z", "2026-10-27T13:00:00Z")).hasSize(1);
        assertThat(bells("2026-10-27T13:00:00Z", "2026-10-27T13:30:00Z")).isEmpty();
    }

    @Test
    void bells_ring_in_order_whatever_the_pieces_of_time_are() {
        Instant from = Instant.parse("2026-10-26T12:00:00Z");
        Instant to = Instant.parse("2026-10-30T23:00:00Z");
        List<Bell> whole = Bell.between(DISTRICT.sections(), from, to);
        List<Bell> inPieces = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(7 * 3600))
            inPieces.addAll(Bell.between(
                    DISTRICT.sections(), at, at.plusSeconds(7 * 3600).isAfter(to) ? to : at.plusSeconds(7 * 3600)));
        assertThat(inPieces).isEqualTo(whole).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(whole).hasSize(DISTRICT.sections().size() * 5 * 2);
    }
}
