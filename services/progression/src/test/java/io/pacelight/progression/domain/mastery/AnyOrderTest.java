package io.pacelight.progression.domain.mastery;

import static io.pacelight.progression.domain.mastery.Standings.fold;
import static io.pacelight.progression.domain.mastery.Standings.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.progression.domain.policy.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyOrderTest {
    static List<String> policies() {
        return Policies.names();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void shuffled_repeated_and_split_evidence_gives_the_same_state(String policy) {
        long seed = 2009;
        Random random = new Random(seed);
        Map<String, Integer> parameters =
                switch (policy) {
                    case "n-times" -> Map.of("n", 2);
                    case "m-of-n" -> Map.of("m", 2, "n", 3);
                    default -> Map.of();
                };
        for (int round = 0; round < 100; round++) {
            Rules rules = rules(
                    new PolicySetting(Scope.DISTRICT, 1, Policies.make(policy, parameters), random.nextBoolean()));
            List<Attempt> attempts = attempts(random);
            Mastery expected = fold(Mastery.NONE, attempts, rules);

            List<Attempt> arriving = new ArrayList<>(attempts);
            arriving.addAll(attempts.subList(0, attempts.size() / 2));
            Collections.shuffle(arriving, random);
            Mastery state = Mastery.NONE;
            int at = 0;
            while (at < arriving.size()) {
                int end = Math.min(arriving.size(), at + 1 + random.nextInt(3));
                state = fold(state, arriving.subList(at, end), rules);
                at = end;
            }
            assertThat(state).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    private static List<Attempt> attempts(Random random) {
        List<Attempt> attempts = new ArrayList<>();
        int size = 1 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            Shown shown = Shown.attempt("a" + i)
                    .level(1 + random.nextInt(4))
                    .ordinal(random.nextInt(3))
                    .kind(random.nextInt(3) == 0 ? Kind.values()[random.nextInt(3)] : Kind.SUMMATIVE)
                    .context("c" + random.nextInt(3))
                    .form("form" + random.nextInt(5));
            shown = random.nextInt(5) == 0 ? shown : shown.on(Shown.MON.plus(Duration.ofDays(random.nextInt(4))));
            shown = random.nextInt(6) == 0 ? shown.withHelp() : shown;
            attempts.add(shown.get());
            if (random.nextInt(5) == 0) {
                attempts.add(shown.level(1 + random.nextInt(4)).corrected(1).get());
            }
            if (random.nextInt(8) == 0) {
                attempts.add(shown.takenBack(2).get());
            }
        }
        return attempts;
    }
}
