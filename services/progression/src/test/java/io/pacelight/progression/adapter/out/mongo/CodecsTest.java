package io.pacelight.progression.adapter.out.mongo;

import static io.pacelight.progression.domain.evidence.Shown.MON;
import static io.pacelight.progression.domain.evidence.Shown.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.application.StudentState;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.evidence.Score;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.map.StudentMap;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.MasteryDecider;
import io.pacelight.progression.domain.mastery.MasteryEvent;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.policy.AtBats;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodecsTest {
    private static final Rules RULES = new Rules(PolicySetting.UNSET, Scale.DEFAULT, SchoolDays.weekdays(Shown.ZONE));

    @Test
    void a_competency_is_read_as_it_was_written() {
        List<Attempt> attempts = List.of(
                attempt("a")
                        .form("F")
                        .format("oral")
                        .context("lab")
                        .on(MON.plusNanos(1))
                        .get(),
                attempt("b")
                        .score(Shown.points("1.50", "2"))
                        .withHelp()
                        .ordinal(7)
                        .get(),
                attempt("c")
                        .score(new Score.OnScaleTo(BigDecimal.TWO, BigDecimal.valueOf(5)))
                        .get(),
                attempt("d").kind(Kind.DIAGNOSTIC).level(4).corrected(3).get(),
                Attempt.takenBack("e", 2, Instant.parse("2022-01-01T00:00:00.123456789Z")));
        Mastery state = Mastery.NONE;
        for (MasteryEvent event : MasteryDecider.decide(state, attempts, RULES)) {
            state = MasteryDecider.evolve(state, event);
        }
        Mastery judged = state;
        MasteryCodec codec = new MasteryCodec();

        assertThat(codec.read("d|stu_1|M.1", stored(codec, state))).isEqualTo(state);
        assertThat(codec.read("d|stu_1|M.1", stored(codec, Mastery.NONE))).isEqualTo(Mastery.NONE);
        StoredFields indexed = StoredFields.of(FieldWriter.document(out -> codec.index(out, "d|stu_1|M.1", judged)));
        assertThat(indexed.string("student")).isEqualTo("d|stu_1");
        assertThat(indexed.string("competency")).isEqualTo("d|M.1");
    }

    @Test
    void a_student_is_read_as_written() {
        StudentState state = new StudentState(
                List.of("south", "north"),
                List.of(
                        new StudentState.Seat("c1", "north", LocalDate.of(2022, 8, 1), null),
                        new StudentState.Seat("c2", "south", null, LocalDate.of(2022, 12, 20))),
                new StudentMap(Map.of("M.1", new StudentMap.Row("M.1", 7, true)), Set.of("M.2")));
        StudentCodec codec = new StudentCodec();

        assertThat(codec.read("d|stu_1", stored(codec, state))).isEqualTo(state);
        assertThat(codec.read("d|stu_1", stored(codec, StudentState.UNKNOWN))).isEqualTo(StudentState.UNKNOWN);
    }

    @Test
    void a_policy_is_read_as_written() {
        SetPolicy state = new SetPolicy(new PolicySetting(new Scope.School("north"), 3, new AtBats(4, 2, 1, 0), true));
        PolicyCodec codec = new PolicyCodec();

        assertThat(codec.read("d|school:north", stored(codec, state))).isEqualTo(state);
        assertThat(codec.read("d|district", stored(codec, SetPolicy.NONE))).isEqualTo(SetPolicy.NONE);
    }

    private static <S> StoredFields stored(StateCodec<S> codec, S state) {
        return StoredFields.of(FieldWriter.document(out -> codec.write(out, state)));
    }
}
