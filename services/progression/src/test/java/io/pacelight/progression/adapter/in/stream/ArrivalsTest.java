package io.pacelight.progression.adapter.in.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.Envelope;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Topics;
import io.pacelight.kit.stream.Received;
import io.pacelight.progression.World;
import io.pacelight.progression.application.Arrival;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Score;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Instant AT = Instant.parse("2022-05-09T15:00:00Z");

    private static Received received(Envelope<?> envelope) {
        return new Received(envelope, new Received.Place(Topics.ATTEMPTS, 3, 17));
    }

    private static Received attempt(
            String competency, @Nullable String level, @Nullable String score, @Nullable String max) {
        AttemptRecorded recorded = new AttemptRecorded(
                "d",
                "a",
                "stu_1",
                competency,
                EvidenceKind.SUMMATIVE,
                number(level),
                number(score),
                number(max),
                AT,
                AT,
                4,
                "form",
                null,
                "lab",
                true,
                null,
                null,
                null);
        return received(new Envelope<>("id", "/pacelight/assessment", "d|a", 2, AT, null, recorded));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Score score(Received received) {
        return ((Arrival.AttemptArrived) Arrivals.of(received).orElseThrow())
                .attempt()
                .score();
    }

    @Test
    void a_level_is_a_rubrics_and_a_score_is_points() {
        assertThat(score(attempt("M.1", "2.5", null, null))).isEqualTo(new Score.Rubric(Level.of("2.5")));
        assertThat(score(attempt("M.1", null, "7", "10")))
                .isEqualTo(new Score.Points(BigDecimal.valueOf(7), BigDecimal.TEN));
    }

    @Test
    void the_sequence_of_an_attempt_is_its_revision_and_a_void_takes_it_back() {
        Arrival.AttemptArrived corrected = (Arrival.AttemptArrived)
                Arrivals.of(attempt("M.1", "3", null, null)).orElseThrow();
        assertThat(corrected.attempt().revision()).isEqualTo(2);
        assertThat(corrected.key().id()).isEqualTo("d|stu_1|M.1");
        Arrival.AttemptArrived voided =
                (Arrival.AttemptArrived) Arrivals.of(received(new World("d").voided("a", 3, "stu_1", "M.1")))
                        .orElseThrow();
        assertThat(voided.attempt().voided()).isTrue();
        assertThat(voided.attempt().revision()).isEqualTo(3);
    }

    @Test
    void what_can_never_be_taken_says_why_without_values() {
        assertThatThrownBy(() -> Arrivals.of(attempt("M.1", "-1", null, null)))
                .hasMessage("the level lies on no scale");
        assertThatThrownBy(() -> Arrivals.of(attempt("M.1", null, "3", null)))
                .hasMessage("there is neither a level nor a score with its maximum");
        assertThatThrownBy(() -> Arrivals.of(attempt("M.1", null, "3", "0")))
                .hasMessage("the score is negative, or its maximum is not more than 0");
        assertThatThrownBy(() -> Arrivals.of(attempt("M|1", "3", null, null)))
                .hasMessage("district, student or competency is empty or holds '|'");
    }

    @Test
    void what_decides_nothing_here_brings_nothing() {
        assertThat(Arrivals.of(received(new World("d").school("north")))).isEmpty();
    }
}
