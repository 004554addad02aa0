package io.pacelight.progression.domain.mastery;

import static io.pacelight.progression.domain.mastery.Standings.fold;
import static io.pacelight.progression.domain.mastery.Standings.keeping;
import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.evidence.Shown;
import io.pacelight.progression.domain.policy.Highest;
import io.pacelight.progression.domain.policy.InARow;
import io.pacelight.testing.RealInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RealInputTest {
    @Test
    void three_in_a_row_on_assistments_comes_to_the_published_numbers_in_any_order() throws IOException {
        Map<String, List<Attempt>> pairs = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealInput.file("assistments-2009/attempts.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split(",", -1);
                Attempt attempt = Shown.attempt(row[1] + "-" + row[2])
                        .score(Shown.points(row[3], "1"))
                        .ordinal(Long.parseLong(row[2]))
                        .get();
                pairs.computeIfAbsent(row[0] + "|" + row[1], _ -> new ArrayList<>())
                        .add(attempt);
            }
        }
        Random random = new Random(2009);
        Map<Struggle, Integer> struggles = new EnumMap<>(Struggle.class);
        int ever = 0;
        int after10 = 0;
        int attempts = 0;
        for (List<Attempt> pair : pairs.values()) {
            Collections.shuffle(pair, random);
            Standing standing = Judge.judge(Portfolio.of(pair), keeping(new InARow(3)));
            struggles.merge(standing.struggle(), 1, Integer::sum);
            ever += standing.mastered() ? 1 : 0;
            after10 += standing.mastered() && standing.struggle() != Struggle.MASTERED ? 1 : 0;
            attempts += standing.attempts();
        }
        assertThat(attempts).isEqualTo(325_637);
        assertThat(pairs).hasSize(39_309);
        assertThat(struggles)
                .isEqualTo(Map.of(
                        Struggle.MASTERED, 19_249,
                        Struggle.WHEEL_SPINNING, 2_884,
                        Struggle.INDETERMINATE, 17_176));
        assertThat(ever).isEqualTo(20_930);
        assertThat(after10).isEqualTo(1_681);
    }

    @Test
    void the_highest_score_on_grand_bend_masters_371_of_902_pairs() throws IOException {
        Map<String, List<Attempt>> pairs = new HashMap<>();
        List<String> lines = Files.readAllLines(RealInput.file("grand-bend/attempts.csv"));
        for (int i = 1; i < lines.size(); i++) {
            String[] row = lines.get(i).split(",", -1);
            pairs.computeIfAbsent(row[1] + "|" + row[2], _ -> new ArrayList<>())
                    .add(Shown.attempt(row[0])
                            .score(Shown.points(row[4], row[5]))
                            .form(row[7])
                            .on(Instant.parse(row[6] + "Z"))
                            .ordinal(i)
                            .get());
        }
        long mastered = pairs.values().stream()
                .map(pair -> fold(Mastery.NONE, pair, keeping(new Highest())))
                .filter(mastery ->
                        mastery.standing() != null && mastery.standing().mastered())
                .count();
        assertThat(pairs).hasSize(902);
        assertThat(mastered).isEqualTo(371);
    }
}
