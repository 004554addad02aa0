package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final String ATTEMPT =
            "{'district':'d','attempt':'a','student':'s','competency':'c','kind':'SUMMATIVE',"
                    + "'recordedAt':'2026-09-21T19:02:44.123456789Z','ordinal':1,'assisted':false}";

    @Test
    void what_is_absent_is_not_written() {
        String json = written(new AttendanceRecorded(
                "d", "s", java.time.LocalDate.of(2026, 9, 14), null, AttendanceStatus.ABSENT, null));

        assertThat(json)
                .isEqualTo("{\"district\":\"d\",\"student\":\"s\",\"date\":\"2026-09-14\",\"status\":\"ABSENT\"}");
    }

    @Test
    void decimals_are_written_plainly_and_keep_their_scale() throws UnreadableEvent {
        Map<String, BigDecimal> parameters = Map.of("w", new BigDecimal("6.5E+3"));
        MasteryPolicyChanged event = new MasteryPolicyChanged("d", "district", "p", parameters, 1);
        LevelChanged level = new LevelChanged("d", "s", "c", new BigDecimal("1E-7"), new BigDecimal("2.50"), null);

        assertThat(written(event)).contains("\"parameters\":{\"w\":6500}");
        assertThat(written(level)).contains("\"from\":0.0000001,\"to\":2.50");
        assertThat(EventJson.read(EventJson.write(level), LevelChanged.class).to())
                .isEqualTo(new BigDecimal("2.50"));
    }

    @Test
    void instants_keep_their_nanoseconds() throws UnreadableEvent {
        Instant at = Instant.parse("2026-09-21T19:02:44.000000001Z");
        StallCleared event = new StallCleared("d", "s", "c", 1, at);

        assertThat(written(event)).contains("\"at\":\"2026-09-21T19:02:44.000000001Z\"");
        assertThat(EventJson.read(EventJson.write(event), StallCleared.class).at())
                .isEqualTo(at);
    }

    @Test
    void an_instant_with_an_offset_is_the_same_instant() throws UnreadableEvent {
        assertThat(attempt("'2026-09-21T19:02:44.123456789Z'", "'2026-09-21T14:02:44.123456789-05:00'"))
                .isEqualTo(attempt("", ""));
    }

    @Test
    void wall_clock_times_may_leave_the_seconds_out() throws UnreadableEvent {
        String json = "{'district':'d','classId':'c','school':'s','meetings':"
                + "[{'days':['MO'],'start':'08:35','end':'09:25:30'}]}";

        assertThat(EventJson.read(bytes(json), BellScheduleChanged.class).meetings())
                .containsExactly(
                        new Meeting(List.of("MO"), LocalTime.of(8, 35), LocalTime.of(9, 25, 30), null, null, null));
    }

    @Test
    void an_optional_field_may_be_an_explicit_null() throws UnreadableEvent {
        assertThat(attempt("'assisted':false", "'assisted':false,'form':null")).isEqualTo(attempt("", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "'ordinal':1 ~ 'ordinal':1.0 ~ ordinal",
                "'ordinal':1 ~ 'ordinal':9223372036854775808 ~ ordinal",
                "'student':'s' ~ 'student':17 ~ student",
                "'SUMMATIVE' ~ 'summative' ~ kind",
                "'SUMMATIVE' ~ 1 ~ kind",
                "'2026-09-21T19:02:44.123456789Z' ~ 1790000000 ~ recordedAt",
                "'2026-09-21T19:02:44.123456789Z' ~ '2026-09-21T19:02:44' ~ recordedAt",
                "'assisted':false ~ 'assisted':'false' ~ assisted",
                "'assisted':false ~ 'assisted':false,'score':'3' ~ score",
                "'assisted':false ~ 'assisted':false,'score':1E+400 ~ score",
                "'assisted':false ~ 'assisted':false,'score':1E-2147483000 ~ score",
                "'assisted':false ~ 'assisted':false,'feedback':{'gap':3} ~ feedback.gap",
            })
    void a_value_of_another_kind_is_refused_by_its_place(String from, String to, String place) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> attempt(from, to))
                .withMessageMatching("not AttemptRecorded: \\w+ at " + place.replace(".", "\\."))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "17", "'Ada'", "{'Ada':", "{'Ada':'Lovelace'} x", "{\u0000Ada"})
    void what_is_no_event_is_refused_without_a_word_of_it(String json) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventJson.read(bytes(json), PersonChanged.class))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .doesNotContain("Ada", "Lovelace")
                        .doesNotContain("17"))
                .withNoCause();
    }

    @Test
    void a_name_inside_a_map_is_not_repeated() {
        String json = "{'district':'d','scope':'s','policy':'p','version':1,'parameters':{'Ada':'x'}}";

        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventJson.read(bytes(json), MasteryPolicyChanged.class))
                .withMessage("not MasteryPolicyChanged: MismatchedInputException at parameters[*]");
    }

    @Test
    void a_hole_in_a_list_is_refused() {
        String json = "{'district':'d','competency':'c','requires':['a',null]}";

        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> EventJson.read(bytes(json), PrerequisitesChanged.class))
                .withMessage("required field 'requires[1]' of PrerequisitesChanged is missing");
    }

    private static AttemptRecorded attempt(String from, String to) throws UnreadableEvent {
        return EventJson.read(bytes(ATTEMPT.replace(from, to)), AttemptRecorded.class);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String written(Event event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }
}
