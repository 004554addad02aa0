package io.pacelight.progression.domain.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All attempts of one student on one competency, each in its highest revision: a set, so neither the order nor the number
 * of their arrivals matters. Voided ones are kept, so that a late original can't bring them back.
 */
public final class Portfolio {
    public static final Portfolio EMPTY = new Portfolio(Map.of());

    private final Map<String, Attempt> attempts;

    private Portfolio(Map<String, Attempt> attempts) {
        this.attempts = attempts;
    }

    public static Portfolio of(Collection<Attempt> attempts) {
        return EMPTY.with(attempts);
    }

    /** This and the given attempts; the same object if they bring nothing new. */
    public Portfolio with(Collection<Attempt> more) {
        List<Attempt> news = news(more);
        if (news.isEmpty()) {
            return this;
        }
        Map<String, Attempt> all = new HashMap<>(attempts);
        for (Attempt attempt : news) {
            all.put(attempt.id(), attempt);
        }
        return new Portfolio(all);
    }

    /** Those of the given attempts that are new here or a higher revision, each once, in evidence order. */
    public List<Attempt> news(Collection<Attempt> more) {
        Map<String, Attempt> news = new HashMap<>();
        for (Attempt attempt : more) {
            Attempt known = news.getOrDefault(attempt.id(), attempts.get(attempt.id()));
            if (known == null || attempt.supersedes(known)) {
                news.put(attempt.id(), attempt);
            }
        }
        return news.values().stream().sorted(Attempt.ORDER).toList();
    }

    /** All attempts in evidence order, the voided ones too. */
    public List<Attempt> attempts() {
        return attempts.values().stream().sorted(Attempt.ORDER).toList();
    }

    /** How many attempts are not voided. */
    public int counting() {
        return (int)
                attempts.values().stream().filter(attempt -> !attempt.voided()).count();
    }

    public List<Attempt> voided() {
        return attempts.values().stream()
                .filter(Attempt::voided)
                .sorted(Attempt.ORDER)
                .toList();
    }

    /** The pieces of evidence in evidence order, read on the given scale. */
    public List<Evidence> evidence(Scale scale) {
        List<List<Attempt>> sittings = new ArrayList<>();
        Map<SittingKey, List<Attempt>> open = new LinkedHashMap<>();
        for (Attempt attempt : attempts()) {
            if (attempt.voided()) {
                continue;
            }
            SittingKey key = SittingKey.of(attempt);
            List<Attempt> sitting = key == null ? null : open.get(key);
            if (sitting == null) {
                sitting = new ArrayList<>(1);
                sittings.add(sitting);
                if (key != null) {
                    open.put(key, sitting);
                }
            }
            sitting.add(attempt);
        }
        Set<String> formsSeen = new HashSet<>();
        List<Evidence> evidence = new ArrayList<>(sittings.size());
        for (List<Attempt> sitting : sittings) {
            String form = sitting.getFirst().form();
            boolean seenBefore = form != null && !formsSeen.add(form);
            evidence.add(evidence(sitting, scale, seenBefore));
        }
        return evidence;
    }

    private static Evidence evidence(List<Attempt> sitting, Scale scale, boolean formSeenBefore) {
        Attempt first = sitting.getFirst();
        return new Evidence(
                first.id(),
                kind(sitting),
                first.form(),
                firstKnown(sitting, Attempt::format),
                firstKnown(sitting, Attempt::context),
                sitting.stream().anyMatch(Attempt::assisted),
                level(sitting, scale),
                first.assessedAt(),
                first.recordedAt(),
                formSeenBefore,
                sitting.stream().map(Attempt::id).toList());
    }

    /** A sitting whose rows differ in kind guides only. */
    private static Kind kind(List<Attempt> sitting) {
        Kind kind = sitting.getFirst().kind();
        return sitting.stream().allMatch(row -> row.kind() == kind) ? kind : Kind.FORMATIVE;
    }

    /** Points are added up; where a row has none, the sitting is the mean of its rows' levels. */
    private static Level level(List<Attempt> sitting, Scale scale) {
        if (sitting.size() == 1) {
            return scale.levelOf(sitting.getFirst().score());
        }
        Score.Points sum = null;
        boolean onlyPoints = true;
        long millionths = 0;
        for (Attempt row : sitting) {
            millionths += scale.levelOf(row.score()).millionths();
            if (row.score() instanceof Score.Points points) {
                sum = sum == null ? points : sum.plus(points);
            } else {
                onlyPoints = false;
            }
        }
        return onlyPoints && sum != null
                ? scale.levelOf(sum)
                : Level.of(BigDecimal.valueOf(millionths, 6)
                        .divide(BigDecimal.valueOf(sitting.size()), 6, RoundingMode.HALF_UP));
    }

    private static @Nullable String firstKnown(List<Attempt> sitting, Function<Attempt, @Nullable String> field) {
        for (Attempt row : sitting) {
            String value = field.apply(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Portfolio portfolio && attempts.equals(portfolio.attempts);
    }

    @Override
    public int hashCode() {
        return attempts.hashCode();
    }

    @Override
    public String toString() {
        return attempts().toString();
    }

    private record SittingKey(String form, Instant assessedAt) {
        static @Nullable SittingKey of(Attempt attempt) {
            String form = attempt.form();
            Instant assessedAt = attempt.assessedAt();
            return form == null || assessedAt == null ? null : new SittingKey(form, assessedAt);
        }
    }
}
