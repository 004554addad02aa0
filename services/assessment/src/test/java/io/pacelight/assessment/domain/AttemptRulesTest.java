package io.pacelight.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptRulesTest {
    private static final Instant NOW = Instant.parse("2026-10-14T15:00:00Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final AttemptRules.Recording RECORDING = new AttemptRules.Recording("d", "made-up", NOW, "stf_1");

    /** A good summative attempt of 3 of 4 points, in which single fields can be changed. */
    private static final class Raw {
        @Nullable
        String id = "a1";

        @Nullable
        String student = "stu_1";

        @Nullable
        String competency = "M.1";

        @Nullable
        String kind = "SUMMATIVE";

        @Nullable
        String level;

        @Nullable
        String score = "3";

        @Nullable
        String maxScore = "4";

        @Nullable
        String assessedAt;

        @Nullable
        String assisted;

        @Nullable
        String ordinal;

        AttemptRules.Verdict judge() {
            return judge(new AttemptRules.Context("stu_1", CHICAGO, "M.1"));
        }

        AttemptRules.Verdict judge(AttemptRules.Context context) {
            RawAttempt raw = new RawAttempt(
                    7,
                    id,
                    student,
                    null,
                    competency,
                    kind,
                    level,
                    score,
                    maxScore,
                    assessedAt,
                    "form",
                    null,
                    null,
                    assisted,
                    ordinal,
                    null,
                    null,
                    null);
            return AttemptRules.judge(raw, context, RECORDING);
        }

        List<String> codes() {
            return judge().objections().stream()
                    .map(o -> o.field() + " " + o.code())
                    .toList();
        }
    }

    @Test
    void a_good_attempt_is_taken_as_it_stands() {
        Attempt attempt = new Raw().judge().attempt();
        assertThat(attempt).isNotNull();
        assertThat(attempt.score()).isEqualTo(new BigDecimal("3"));
        assertThat(attempt.recordedAt()).isEqualTo(NOW);
        assertThat(attempt.recordedBy()).isEqualTo("stf_1");
        assertThat(attempt.ordinal()).isEqualTo(7);
    }

    @Test
    void without_an_id_of_its_own_it_gets_the_one_derived_from_the_request() {
        Raw raw = new Raw();
        raw.id = null;
        assertThat(raw.judge().attempt()).extracting(Attempt::id).isEqualTo("made-up");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-04-08T21:00:00, 2021-04-09T02:00:00Z", // a local time is the school's
        "2021-04-08T21:00:00Z, 2021-04-08T21:00:00Z",
        "2021-04-08T21:00:00+02:00, 2021-04-08T19:00:00Z",
        "2021-04-08, 2021-04-08T05:00:00Z"
    })
    void times_without_a_zone_are_the_schools(String text, String instant) {
        Raw raw = new Raw();
        raw.assessedAt = text;
        assertThat(raw.judge().attempt()).extracting(Attempt::assessedAt).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource({
        "08/23/2021, bad-date",
        "2026-10-16, in-the-future",
        "tomorrow, bad-date",
        "0206-10-14, too-long-ago",
        "-999999999-01-01T00:00:00Z, too-long-ago"
    })
    void an_impossible_date_is_told(String text, String code) {
        Raw raw = new Raw();
        raw.assessedAt = text;
        assertThat(raw.codes()).containsExactly("assessedAt " + code);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "-,-,-,score missing",
                "3,2,4,level two-values",
                "5,-,-,level out-of-scale",
                "-1,-,-,level out-of-scale",
                "-,3,-,maxScore missing",
                "-,3,0,maxScore missing",
                "-,5,4,score out-of-range",
                "-,-1,4,score out-of-range",
                "-,NaN,4,score bad-number",
                "-,1e999999999,4,score bad-number"
            },
            nullValues = "-")
    void a_value_is_a_level_of_the_scale_or_points_of_a_maximum(
            @Nullable String level, @Nullable String score, @Nullable String maxScore, String objection) {
        Raw raw = new Raw();
        raw.level = level;
        raw.score = score;
        raw.maxScore = maxScore;
        assertThat(raw.codes()).containsExactly(objection);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Raw raw = new Raw();
        raw.kind = "EXAM";
        raw.assisted = "perhaps";
        raw.ordinal = "first";
        raw.id = "a|b";
        assertThat(raw.codes())
                .containsExactly("attemptId bad-id", "kind unknown-kind", "ordinal bad-number", "assisted bad-boolean");
    }

    @Test
    void an_unknown_student_or_competency_is_named_with_the_way_to_mend_it() {
        AttemptRules.Verdict verdict = new Raw().judge(new AttemptRules.Context(null, CHICAGO, null));
        assertThat(verdict.attempt()).isNull();
        assertThat(verdict.objections())
                .extracting(Objection::message)
                .containsExactly(
                        "No student 'stu_1' is in the roster; import the roster first, or mend the id",
                        "No competency 'M.1' is known; import it, or a crosswalk from its code set to ours");
    }

    @Test
    void the_same_content_is_the_same_attempt_whenever_and_by_whom_it_is_recorded() {
        Raw again = new Raw();
        again.ordinal = "99";
        again.score = "3.00";
        Attempt first = new Raw().judge().attempt();
        assertThat(first).isNotNull();
        RecordedAttempt recorded = new RecordedAttempt(first, "batch-1#7", false);
        Attempt repeated = again.judge().attempt();
        assertThat(repeated).isNotNull();
        assertThat(recorded.answer(repeated, "batch-1#7")).isEqualTo(RecordedAttempt.Answer.ACCEPTED);
        assertThat(recorded.answer(repeated, "batch-2#7")).isEqualTo(RecordedAttempt.Answer.REPEATED);
        again.score = "4";
        Attempt other = again.judge().attempt();
        assertThat(other).isNotNull();
        assertThat(recorded.answer(other, "batch-2#7")).isEqualTo(RecordedAttempt.Answer.CONFLICTING);
    }
}
