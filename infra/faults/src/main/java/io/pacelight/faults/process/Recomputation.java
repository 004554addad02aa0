package io.pacelight.faults.process;

import io.pacelight.simulator.school.SchoolYear;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the rules of the domain make of the attempts on Kafka, worked out the slow and simple way: every student's every
 * competency from scratch, under the policy that holds where nobody set one. Shares no code with the services.
 */
final class Recomputation {
    private static final BigDecimal MASTERY = BigDecimal.valueOf(3);
    private static final BigDecimal BELOW_MASTERY = BigDecimal.valueOf(2);
    private static final int CHANCES = 3;

    private static final Comparator<Row> EVIDENCE_ORDER = Comparator.comparing(
                    Row::assessedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Row::recordedAt)
            .thenComparingLong(Row::ordinal)
            .thenComparing(Row::id);

    /** One attempt as it was recorded. */
    private record Row(
            String id,
            String kind,
            @Nullable BigDecimal level,
            @Nullable BigDecimal score,
            @Nullable BigDecimal max,
            @Nullable Instant assessedAt,
            Instant recordedAt,
            long ordinal,
            @Nullable String form,
            @Nullable String format,
            @Nullable String context,
            boolean assisted) {}

    /** Rows of one form at one time. */
    private record Piece(Row first, String kind, boolean assisted, BigDecimal level, boolean formSeenBefore) {
        Instant at() {
            Instant assessed = first.assessedAt;
            return assessed == null ? first.recordedAt : assessed;
        }

        boolean reaches() {
            return level.compareTo(MASTERY) >= 0;
        }

        boolean demonstration() {
            return kind.equals("SUMMATIVE") && !assisted;
        }
    }

    /** Where a student stands on a competency; levels as they are shown, with two decimals at most. */
    record Standing(
            BigDecimal level,
            BigDecimal shown,
            @Nullable String masteredBy,
            @Nullable Instant masteredAt,
            boolean ready,
            int pieces,
            Instant last,
            List<BigDecimal> recent) {}

    private final Map<String, Map<String, Row>> recorded = new HashMap<>();
    private final Map<String, Set<String>> voided = new HashMap<>();
    private final Map<String, Standing> standings = new TreeMap<>();

    private Recomputation() {}

    /** @param quarantined places of records that count for nothing */
    static Recomputation of(Collection<Ledger.Fact> attempts, Set<String> quarantined) {
        Recomputation all = new Recomputation();
        for (Ledger.Fact fact : attempts) {
            if (quarantined.contains(fact.place()) || fact.data() == null) continue;
            if (fact.type().equals("attempt-recorded"))
                all.recorded
                        .computeIfAbsent(key(fact), ignored -> new HashMap<>())
                        .put(fact.text("attempt"), row(fact));
            else if (fact.type().equals("attempt-voided"))
                all.voided
                        .computeIfAbsent(key(fact), ignored -> new HashSet<>())
                        .add(fact.text("attempt"));
        }
        Set<String> keys = new HashSet<>(all.recorded.keySet());
        keys.addAll(all.voided.keySet());
        for (String key : keys) all.standings.put(key, judge(all.counting(key)));
        return all;
    }

    /** By {@code district|student|competency}. */
    Map<String, Standing> standings() {
        return standings;
    }

    /** Attempts of one student on one competency that are not voided. */
    int attempts(String key) {
        return counting(key).size();
    }

    private List<Row> counting(String key) {
        Set<String> gone = voided.getOrDefault(key, Set.of());
        return recorded.getOrDefault(key, Map.of()).values().stream()
                .filter(row -> !gone.contains(row.id))
                .sorted(EVIDENCE_ORDER)
                .toList();
    }

    private static String key(Ledger.Fact fact) {
        return fact.text("district") + '|' + fact.text("student") + '|' + fact.text("competency");
    }

    private static Row row(Ledger.Fact fact) {
        return new Row(
                fact.text("attempt"),
                fact.text("kind"),
                number(fact, "level"),
                number(fact, "score"),
                number(fact, "maxScore"),
                fact.optional("assessedAt").map(Instant::parse).orElse(null),
                Instant.parse(fact.text("recordedAt")),
                Long.parseLong(fact.optional("ordinal").orElse("0")),
                fact.optional("form").orElse(null),
                fact.optional("format").orElse(null),
                fact.optional("context").orElse(null),
                fact.optional("assisted").map(Boolean::parseBoolean).orElse(false));
    }

    private static @Nullable BigDecimal number(Ledger.Fact fact, String field) {
        JsonNode data = fact.data();
        return data == null || !data.path(field).isNumber()
                ? null
                : data.path(field).decimalValue();
    }

    @SuppressWarnings("ReferenceEquality") // that very piece
    private static Standing judge(List<Row> rows) {
        List<Piece> pieces = pieces(rows);
        List<Piece> shown = pieces.stream().filter(Piece::demonstration).toList();
        Piece byPolicy = null;
        BigDecimal best = BigDecimal.ZERO;
        for (int end = 1; end <= shown.size(); end++) {
            if (shown.get(end - 1).formSeenBefore) continue;
            List<Piece> chances = lastChances(shown.subList(0, end));
            if (!pairAmong(chances)) continue;
            if (byPolicy == null) byPolicy = shown.get(end - 1);
            best = best.max(highest(chances));
        }
        if (best.signum() == 0) best = highest(lastChances(shown));
        Piece mastering = byPolicy;
        for (Piece piece : pieces) {
            if (piece == byPolicy) break;
            if (piece.kind.equals("DIAGNOSTIC") && !piece.assisted && piece.reaches()) {
                mastering = piece;
                break;
            }
        }
        BigDecimal level = best;
        if (best.signum() == 0) {
            if (!shown.isEmpty()) level = shown.getLast().level;
            else for (Piece piece : pieces) if (!piece.assisted) level = level.max(piece.level);
        }
        level = level.setScale(2, RoundingMode.HALF_UP);
        boolean reaches = level.compareTo(MASTERY) >= 0;
        BigDecimal people = mastering != null ? level.max(MASTERY) : reaches ? BELOW_MASTERY : level;
        boolean formative =
                pieces.stream().anyMatch(piece -> piece.kind.equals("FORMATIVE") && !piece.assisted && piece.reaches());
        return new Standing(
                level,
                people,
                mastering == null ? null : mastering.first.id,
                mastering == null ? null : mastering.at(),
                mastering != null || formative,
                pieces.size(),
                pieces.stream().map(Piece::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH),
                pieces.subList(Math.max(0, pieces.size() - 10), pieces.size()).stream()
                        .map(piece -> piece.level.setScale(2, RoundingMode.HALF_UP))
                        .toList());
    }

    private static List<Piece> pieces(List<Row> rows) {
        Map<String, List<Row>> sittings = new LinkedHashMap<>();
        for (Row row : rows) {
            String key =
                    row.form == null || row.assessedAt == null ? "alone " + row.id : row.form + '\n' + row.assessedAt;
            sittings.computeIfAbsent(key, ignored -> new ArrayList<>()).add(row);
        }
        Set<String> forms = new HashSet<>();
        List<Piece> pieces = new ArrayList<>();
        for (List<Row> sitting : sittings.values()) {
            Row first = sitting.getFirst();
            boolean oneKind = sitting.stream().allMatch(row -> row.kind.equals(first.kind));
            boolean seen = first.form != null && !forms.add(first.form);
            Row head = first;
            for (Row row : sitting) {
                String format = head.format == null ? row.format : head.format;
                String context = head.context == null ? row.context : head.context;
                head = new Row(
                        first.id,
                        first.kind,
                        null,
                        null,
                        null,
                        first.assessedAt,
                        first.recordedAt,
                        first.ordinal,
                        first.form,
                        format,
                        context,
                        first.assisted);
            }
            pieces.add(new Piece(
                    head,
                    oneKind ? first.kind : "FORMATIVE",
                    sitting.stream().anyMatch(Row::assisted),
                    level(sitting),
                    seen));
        }
        return pieces;
    }

    private static BigDecimal level(List<Row> sitting) {
        BigDecimal score = BigDecimal.ZERO;
        BigDecimal max = BigDecimal.ZERO;
        BigDecimal levels = BigDecimal.ZERO;
        boolean points = true;
        for (Row row : sitting) {
            if (row.score != null && row.max != null) {
                score = score.add(row.score);
                max = max.add(row.max);
                levels = levels.add(cut(row.score, row.max));
            } else {
                points = false;
                levels = levels.add(row.level == null ? BigDecimal.ZERO : row.level);
            }
        }
        if (points) return cut(score, max);
        return levels.divide(BigDecimal.valueOf(sitting.size()), 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal cut(BigDecimal score, BigDecimal max) {
        double percent = score.doubleValue() * 100 / max.doubleValue();
        return BigDecimal.valueOf(percent < 60 ? 1 : percent < 80 ? 2 : percent < 95 ? 3 : 4);
    }

    private static List<Piece> lastChances(List<Piece> demonstrations) {
        List<Piece> unseen =
                demonstrations.stream().filter(piece -> !piece.formSeenBefore).toList();
        return unseen.subList(Math.max(0, unseen.size() - CHANCES), unseen.size());
    }

    private static BigDecimal highest(List<Piece> pieces) {
        return pieces.stream().filter(Piece::reaches).map(Piece::level).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** Two at mastery, in two contexts or formats, a school day apart. */
    @SuppressWarnings("ReferenceEquality") // another piece, be it like this one
    private static boolean pairAmong(List<Piece> chances) {
        for (Piece one : chances)
            for (Piece other : chances)
                if (one != other
                        && one.reaches()
                        && other.reaches()
                        && (differ(one.first.context, other.first.context)
                                || differ(one.first.format, other.first.format))
                        && schoolDayApart(one.first.assessedAt, other.first.assessedAt)) return true;
        return false;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static boolean schoolDayApart(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) return false;
        LocalDate last = LocalDate.ofInstant(to, SchoolYear.ZONE);
        LocalDate first = LocalDate.ofInstant(from, SchoolYear.ZONE).plusDays(1);
        if (first.isAfter(last)) return false;
        return first.datesUntil(last.plusDays(1)).anyMatch(SchoolYear::isInstructional);
    }
}
