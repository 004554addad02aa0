package io.pacelight.bench.fold;

import io.pacelight.kit.state.Step;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.MasteryMachine;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.evidence.Score;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One attempt folded into a competency with some history: decided, evolved, and its events made. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FoldBenchmark {
    private static final CompetencyKey KEY = new CompetencyKey("d", "stu_1", "C.1");
    private static final Instant BEGIN = Instant.parse("2026-09-01T15:00:00Z");

    /** Attempts that the competency has before. */
    @Param({"0", "5", "50"})
    public int history;

    private final MasteryMachine machine = new MasteryMachine();
    private final Rules rules =
            new Rules(PolicyBook.EMPTY.nearest("C.1", List.of()), Scale.DEFAULT, SchoolDays.weekdays(ZoneOffset.UTC));
    private Mastery state = Mastery.NONE;
    private JudgeInput next = input(0);

    @Setup
    public void fill() {
        state = Mastery.NONE;
        for (int i = 0; i < history; i++) state = machine.apply(state, input(i)).state();
        next = input(history);
    }

    @Benchmark
    public Step<Mastery> fold() {
        return machine.apply(state, next);
    }

    private JudgeInput input(int number) {
        Instant at = BEGIN.plusSeconds(86_400L * number);
        Attempt attempt = new Attempt(
                "a" + number,
                1,
                false,
                Kind.SUMMATIVE,
                "form" + number % 3,
                "essay",
                "context" + number % 4,
                false,
                new Score.Rubric(Level.of(BigDecimal.valueOf(1 + number % 4))),
                at,
                at,
                0);
        return JudgeInput.judged(KEY, List.of(attempt), rules, at);
    }
}
