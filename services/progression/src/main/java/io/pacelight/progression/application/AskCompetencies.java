package io.pacelight.progression.application;

import io.pacelight.events.Keys;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import io.pacelight.progression.domain.evidence.Portfolio;
import io.pacelight.progression.domain.map.Prerequisites;
import io.pacelight.progression.domain.mastery.Judge;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.mastery.Status;
import io.pacelight.progression.domain.mastery.Why;
import io.pacelight.progression.domain.policy.PolicySetting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Answers where a student stands, each level with its why. */
public final class AskCompetencies {
    private final Masteries kept;
    private final StateStore<StudentState> students;
    private final RuleBook rules;

    public AskCompetencies(Masteries kept, StateStore<StudentState> students, RuleBook rules) {
        this.kept = kept;
        this.students = students;
        this.rules = rules;
    }

    /**
     * Where a student stands on one competency.
     *
     * @param status LOCKED or READY where there is no evidence yet
     */
    public record Asked(String competency, Status status, Standing standing, Why why, PolicySetting setting) {}

    /** Where a student is today, for deciding who may ask. */
    public record Whereabouts(List<String> classes, List<String> schools) {
        public Whereabouts {
            classes = List.copyOf(classes);
            schools = List.copyOf(schools);
        }

        /** The schools of today's classes, so that a school that was left sees nothing more; between terms all of them. */
        static Whereabouts of(StudentState student, List<StudentState.Seat> today) {
            List<String> schools =
                    today.stream().map(StudentState.Seat::school).distinct().toList();
            return new Whereabouts(
                    today.stream().map(StudentState.Seat::classId).distinct().toList(),
                    schools.isEmpty() ? student.schools() : schools);
        }
    }

    public Whereabouts whereabouts(String district, String student, Instant now) {
        StudentState state = state(district, student);
        List<StudentState.Seat> today = state.seats().stream()
                .filter(seat -> seat.on(LocalDate.ofInstant(now, rules.zone(district, List.of(seat.school())))))
                .toList();
        return Whereabouts.of(state, today);
    }

    /** All competencies with evidence, and those open without any, by code; empty for an unknown student. */
    public List<Asked> all(String district, String student) {
        StudentState state = state(district, student);
        Map<String, Portfolio> portfolios = new HashMap<>();
        for (Masteries.Kept each : kept.ofStudent(district, student)) {
            portfolios.put(each.key().competency(), each.mastery().portfolio());
        }
        TreeSet<String> codes = new TreeSet<>(portfolios.keySet());
        codes.addAll(state.map().unlocked());
        return codes.stream()
                .map(code -> asked(district, state, code, portfolios.getOrDefault(code, Portfolio.EMPTY)))
                .sorted(Comparator.comparing(Asked::competency))
                .toList();
    }

    /** One competency; empty where neither the curriculum nor any evidence knows it. */
    public Optional<Asked> one(String district, String student, String competency) {
        Optional<Portfolio> portfolio = kept.ofStudent(district, student).stream()
                .filter(each -> each.key().competency().equals(competency))
                .map(each -> each.mastery().portfolio())
                .findFirst();
        if (portfolio.isEmpty() && !rules.knowsCompetency(district, competency)) {
            return Optional.empty();
        }
        return Optional.of(asked(district, state(district, student), competency, portfolio.orElse(Portfolio.EMPTY)));
    }

    private Asked asked(String district, StudentState state, String competency, Portfolio portfolio) {
        Rules applying = rules.rules(district, competency, state.schools());
        Standing standing = Judge.judge(portfolio, applying);
        Prerequisites prerequisites = rules.prerequisites(district);
        Status status = standing.attempts() > 0
                ? standing.status()
                : state.map().statusWithoutEvidence(competency, prerequisites);
        return new Asked(competency, status, standing, Why.of(portfolio, applying), applying.setting());
    }

    private StudentState state(String district, String student) {
        String id = Keys.of(district, student);
        StateDocument<StudentState> document = students.load(List.of(id)).get(id);
        return document == null ? StudentState.UNKNOWN : document.state();
    }
}
