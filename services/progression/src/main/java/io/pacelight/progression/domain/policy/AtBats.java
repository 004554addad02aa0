package io.pacelight.progression.domain.policy;

import io.pacelight.progression.domain.evidence.Evidence;
import io.pacelight.progression.domain.evidence.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several demonstrations at mastery among the newest few, in different contexts or formats, on different school days, each
 * on a form unseen before. The value is the highest of the qualifying ones.
 *
 * <p>A demonstration on a form seen before is no chance at all, so it neither helps nor uses one up. What is not known is not
 * guessed: without context and format a demonstration is no second context, without a date no other day.
 *
 * @param chances how many of the newest demonstrations are looked at
 * @param need how many of them must be at mastery
 * @param contexts in how many distinct contexts (or formats)
 * @param days how many school days lie at least between two of them
 */
@PolicyName("at-bats")
public record AtBats(
        @Default(3) int chances,
        @Default(2) int need,
        @Default(2) int contexts,
        @Default(1) int days) implements MasteryPolicy {

    public AtBats {
        PolicyRefused.unlessWithin("at-bats", "chances", chances, 1, 12);
        PolicyRefused.unlessWithin("at-bats", "need", need, 1, chances);
        PolicyRefused.unlessWithin("at-bats", "contexts", contexts, 1, need);
        PolicyRefused.unlessWithin("at-bats", "days", days, 0, 100);
    }

    @Override
    public Verdict judge(List<Evidence> demonstrations, Terms terms) {
        if (demonstrations.isEmpty()) {
            return Verdict.withoutDemonstrations(need);
        }
        Crossings crossings = new Crossings();
        List<Evidence> unseen = new ArrayList<>(demonstrations.size());
        Level best = Level.ZERO;
        for (int i = 0; i < demonstrations.size(); i++) {
            Evidence newcomer = demonstrations.get(i);
            if (newcomer.formSeenBefore()) {
                crossings.at(i + 1, crossings.met());
                continue;
            }
            unseen.add(newcomer);
            List<Evidence> candidates = qualifying(window(unseen, unseen.size(), chances), terms);
            boolean met = choose(candidates, need, contexts, terms) != null;
            crossings.at(i + 1, met);
            if (met && !terms.lapsing()) {
                best = higher(best, candidates);
            }
        }
        best = best.equals(Level.ZERO) ? higher(best, qualifying(window(unseen, unseen.size(), chances), terms)) : best;
        int have = need - missing(unseen, terms).more();
        return best.equals(Level.ZERO)
                ? new Verdict(null, demonstrations.getLast().level().rounded(), crossings, have, need)
                : new Verdict(best.toDecimal(), best.rounded(), crossings, have, need);
    }

    @Override
    public Explanation explain(List<Evidence> demonstrations, Terms terms) {
        Verdict verdict = judge(demonstrations, terms);
        boolean stands = verdict.stands(terms.lapsing());
        int end = stands && !terms.lapsing() ? verdict.firstMet() : demonstrations.size();
        List<Evidence> unseen = unseen(demonstrations.subList(0, end));
        List<Evidence> window = window(unseen, unseen.size(), chances);
        Missing missing = missing(unseen, terms);
        List<Evidence> counted = stands
                ? Objects.requireNonNull(
                        choose(qualifying(window, terms), need, contexts, terms), "what met the policy")
                : missing.kept();
        Map<String, String> setAside = new HashMap<>();
        for (int i = 0; i < demonstrations.size(); i++) {
            Evidence demonstration = demonstrations.get(i);
            if (i >= end) {
                setAside.put(demonstration.id(), "after mastery, which later work doesn't take back");
            } else if (!counted.contains(demonstration)) {
                setAside.put(demonstration.id(), whyNot(demonstration, window, counted, terms));
            }
        }
        return new Explanation(
                Words.demonstrations(counted.size()) + " of the " + need + " needed at "
                        + terms.scale().goal() + " or above" + conditions(),
                setAside,
                stands ? null : wanted(missing, terms));
    }

    private String conditions() {
        StringBuilder conditions = new StringBuilder(" among the last " + chances);
        if (contexts > 1) {
            conditions.append(", in ").append(contexts).append(" contexts or formats");
        }
        if (days > 0) {
            conditions.append(", at least ").append(schoolDays()).append(" apart");
        }
        return conditions.toString();
    }

    private String schoolDays() {
        return days == 1 ? "1 school day" : days + " school days";
    }

    private String wanted(Missing missing, Terms terms) {
        StringBuilder wanted = new StringBuilder(
                Words.more(missing.more()) + " at " + terms.scale().goal() + " or above");
        int others = contexts - distinct(missing.kept());
        if (missing.kept().isEmpty() && contexts > 1) {
            wanted.append(", in ").append(contexts).append(" contexts or formats");
        } else if (contexts > 1 && others > 0) {
            wanted.append(others == 1 ? ", in another context" : ", in " + others + " other contexts");
        }
        if (days > 0) {
            wanted.append(", ").append(schoolDays()).append(missing.kept().isEmpty() ? " apart" : " later or more");
        }
        return wanted.append(", on a form not seen before").toString();
    }

    private String whyNot(Evidence demonstration, List<Evidence> window, List<Evidence> counted, Terms terms) {
        if (demonstration.formSeenBefore()) {
            return "its form had been seen before";
        }
        if (!demonstration.level().reaches(terms.mastery())) {
            return "below " + terms.scale().goal();
        }
        if (!window.contains(demonstration)) {
            return "not among the last " + chances;
        }
        if (days > 0 && demonstration.assessedAt() == null) {
            return "without a date it can't be told to be another school day";
        }
        if (counted.size() == need) {
            return "enough others count";
        }
        for (Evidence other : counted) {
            if (!apart(demonstration, other, terms) && !apart(other, demonstration, terms)) {
                return "less than " + schoolDays() + " from another that counts";
            }
        }
        if (contexts > 1 && demonstration.context() == null && demonstration.format() == null) {
            return "its context and format are not known";
        }
        List<Evidence> together = new ArrayList<>(counted);
        together.add(demonstration);
        return contexts > 1 && !counted.isEmpty() && distinct(together) == distinct(counted)
                ? "in the same context as another that counts"
                : "one of the last " + chances + ", but the next one moves it out";
    }

    /** How many more are needed, seeing that each next one pushes the oldest out, and which of today's then still count. */
    private Missing missing(List<Evidence> unseen, Terms terms) {
        for (int more = 0; more < need; more++) {
            List<Evidence> candidates = qualifying(window(unseen, unseen.size(), chances - more), terms);
            List<Evidence> kept = choose(candidates, need - more, contexts - more, terms);
            if (kept != null) {
                return new Missing(more, kept);
            }
        }
        return new Missing(need, List.of());
    }

    private record Missing(int more, List<Evidence> kept) {}

    private static List<Evidence> unseen(List<Evidence> demonstrations) {
        return demonstrations.stream()
                .filter(demonstration -> !demonstration.formSeenBefore())
                .toList();
    }

    private static List<Evidence> window(List<Evidence> unseen, int end, int width) {
        return unseen.subList(Math.max(0, end - width), end);
    }

    private static List<Evidence> qualifying(List<Evidence> window, Terms terms) {
        return window.stream()
                .filter(demonstration -> demonstration.level().reaches(terms.mastery()))
                .toList();
    }

    private static Level higher(Level level, List<Evidence> qualifying) {
        return qualifying.stream()
                .map(Evidence::level)
                .reduce(level, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    /** The newest such {@code size} candidates that are far enough apart and in enough contexts; absent if there are none. */
    private @Nullable List<Evidence> choose(List<Evidence> candidates, int size, int distinct, Terms terms) {
        return choose(candidates, candidates.size(), size, distinct, List.of(), terms);
    }

    private @Nullable List<Evidence> choose(
            List<Evidence> candidates, int end, int size, int distinct, List<Evidence> chosen, Terms terms) {
        if (chosen.size() == size) {
            return distinct <= 1 || distinct(chosen) >= distinct ? chosen : null;
        }
        for (int i = end - 1; i >= size - chosen.size() - 1; i--) {
            Evidence candidate = candidates.get(i);
            if (!chosen.isEmpty() && !apart(candidate, chosen.getFirst(), terms)) {
                continue;
            }
            List<Evidence> extended = new ArrayList<>(chosen);
            extended.addFirst(candidate);
            List<Evidence> found = choose(candidates, i, size, distinct, extended, terms);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean apart(Evidence earlier, Evidence later, Terms terms) {
        Instant from = earlier.assessedAt();
        Instant to = later.assessedAt();
        return days == 0 || (from != null && to != null && terms.days().apart(from, to, days));
    }

    private static int distinct(List<Evidence> chosen) {
        Set<String> contexts = new HashSet<>();
        Set<String> formats = new HashSet<>();
        for (Evidence evidence : chosen) {
            if (evidence.context() != null) {
                contexts.add(evidence.context());
            }
            if (evidence.format() != null) {
                formats.add(evidence.format());
            }
        }
        return Math.max(contexts.size(), formats.size());
    }
}
