package io.pacelight.faults.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the world outside has told of attempts, and what that comes to: computed from the rules as they are written
 * down, in a few lines, with nothing of the services' code.
 */
final class Ledger {
    private static final BigDecimal MASTERY = BigDecimal.valueOf(3);

    /** One revision of one attempt; a level from 1 to 4. */
    record Row(
            String student,
            String competency,
            String attempt,
            long revision,
            boolean voided,
            boolean summative,
            int level,
            @Nullable Instant assessedAt,
            Instant recordedAt,
            long ordinal) {
        String pair() {
            return student + '|' + competency;
        }
    }

    /** What a student's evidence on a competency comes to. */
    record Expected(BigDecimal level, BigDecimal shown, boolean mastered, int attempts, Set<String> ids) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> unfit = new HashSet<>();

    void told(Row row) {
        rows.add(row);
    }

    /** A record that nobody can take, or progression at least can't. */
    void unfit(FakeLog.Entry entry) {
        unfit.add(entry.place());
    }

    boolean isUnfit(FakeLog.Entry entry) {
        return unfit.contains(entry.place());
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** By {@code student|competency}; {@code policy} is {@code latest} or {@code decaying-average} with 65 %. */
    Map<String, Expected> expected(String policy) {
        Map<String, Map<String, Row>> newest = new TreeMap<>();
        for (Row row : rows)
            newest.computeIfAbsent(row.pair(), none -> new HashMap<>())
                    .merge(row.attempt(), row, (one, other) -> other.revision() > one.revision() ? other : one);
        Map<String, Expected> all = new TreeMap<>();
        newest.forEach((pair, attempts) -> all.put(pair, judged(attempts, policy)));
        return all;
    }

    private static Expected judged(Map<String, Row> attempts, String policy) {
        List<Row> counting = inOrder(attempts.values());
        BigDecimal value = null;
        BigDecimal level = BigDecimal.ZERO;
        boolean mastered = false;
        for (Row row : counting) {
            BigDecimal score = BigDecimal.valueOf(row.level());
            if (!row.summative()) {
                if (value == null) level = level.max(score);
                continue;
            }
            value = value == null || policy.equals("latest")
                    ? score
                    : value.multiply(new BigDecimal("0.35")).add(score.multiply(new BigDecimal("0.65")));
            level = value.setScale(2, RoundingMode.HALF_UP);
            mastered |= level.compareTo(MASTERY) >= 0;
        }
        BigDecimal shown = mastered ? level.max(MASTERY) : level.compareTo(MASTERY) >= 0 ? BigDecimal.TWO : level;
        return new Expected(level, shown, mastered, counting.size(), Set.copyOf(attempts.keySet()));
    }

    private static List<Row> inOrder(Collection<Row> attempts) {
        List<Row> counting = new ArrayList<>();
        for (Row row : attempts) if (!row.voided()) counting.add(row);
        counting.sort(Comparator.comparing(Row::assessedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .thenComparing(Row::recordedAt)
                .thenComparingLong(Row::ordinal)
                .thenComparing(Row::attempt));
        return counting;
    }
}
