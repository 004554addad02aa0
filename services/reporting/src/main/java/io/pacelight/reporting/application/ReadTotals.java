package io.pacelight.reporting.application;

import io.pacelight.events.ClassChanged;
import io.pacelight.kit.security.AccessScope;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.RollUps.School;
import io.pacelight.reporting.application.view.DistrictView;
import io.pacelight.reporting.application.view.Named;
import io.pacelight.reporting.application.view.SchoolView;
import io.pacelight.reporting.application.view.TotalsView;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.PaceTally;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.StudentTally;
import io.pacelight.reporting.domain.rollup.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows schools and districts to those who may see them, from their totals alone. */
public final class ReadTotals {
    private final Roster roster;
    private final RollUps rollUps;
    private final Freshness freshness;
    private final Quarantined quarantined;
    private final SchoolClock clock;

    public ReadTotals(Roster roster, RollUps rollUps, Freshness freshness, Quarantined quarantined, SchoolClock clock) {
        this.roster = roster;
        this.rollUps = rollUps;
        this.freshness = freshness;
        this.quarantined = quarantined;
        this.clock = clock;
    }

    public SchoolView school(Reader reader, String school) {
        AccessScope scope = reader.viewer().scope();
        if (!scope.seesSchool(school) || school.indexOf('|') >= 0) throw new OutsideScope("This school");
        String district = reader.district();
        if (roster.org(district, school).isEmpty()) throw new OutsideScope("This school");
        Map<School, StoredRollUp> all = rollUps.schoolsOf(district);
        StoredRollUp stored = all.get(new School(district, school));
        RollUp total = stored == null ? RollUp.EMPTY : stored.total();
        StudentTally students = total.students();
        Instant now = clock.now();
        boolean tiny = Suppression.hides(students.pace().students());
        Predicate<String> named = classId -> scope.classes().contains(classId)
                || (reader.coaches() && scope.schools().contains(school));
        Totals totals = new Totals(roster, district);
        return new SchoolView(
                roster.named(district, school),
                stored == null ? null : stored.at(),
                now,
                students.pace().students(),
                total.classes().size(),
                totals.mastery(students, hiddenIn(school, all)),
                totals.pace(students.pace(), tiny),
                totals.conferences(total, week(school, district, now)),
                totals.classPace(total.classes(), named),
                totals.bottlenecks(students),
                Suppression.hides(students.stuck()) ? 0 : students.stuck());
    }

    public DistrictView district(Reader reader, String district) {
        if (!reader.viewer().scope().wholeDistrict() || !reader.district().equals(district))
            throw new OutsideScope("This district");
        Map<School, StoredRollUp> all = rollUps.schoolsOf(district);
        RollUp total = RollUp.sum(all.values().stream().map(StoredRollUp::total).toList());
        StudentTally students = total.home();
        Instant now = clock.now();
        Totals totals = new Totals(roster, district);
        Freshness.Recent recent = freshness.recent(district);
        return new DistrictView(
                roster.district(district),
                all.values().stream()
                        .map(StoredRollUp::at)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                now,
                students.pace().students(),
                total.classes().size(),
                totals.mastery(students, Set.of()),
                totals.pace(students.pace(), Suppression.hides(students.pace().students())),
                totals.conferences(total, week(StudentState.NO_SCHOOL, district, now)),
                totals.classPace(total.classes(), classId -> false),
                totals.bottlenecks(students),
                Suppression.hides(students.stuck()) ? 0 : students.stuck(),
                schools(all),
                new DistrictView.FreshnessRow(
                        recent.latencies().quantile(0.5), recent.latencies().quantile(0.99), recent.lastEventAt()),
                ledger(students, quarantined.waiting(district)));
    }

    /**
     * Whatever is judged here is applied. Pieces of evidence are compared, not attempts, since rows of one sitting are
     * judged as one; what is recorded and not yet judged is missing until it is.
     */
    private static DistrictView.LedgerRow ledger(StudentTally students, int setAside) {
        long missing = students.pieces() - students.judged();
        return new DistrictView.LedgerRow(
                students.attempts() + setAside, students.attempts() - missing, setAside, missing);
    }

    /**
     * Competencies that are hidden in a school because of the other schools: whoever can open every school of a district
     * and the district as well would have the hidden one by subtraction.
     */
    private static Set<String> hiddenIn(String school, Map<School, StoredRollUp> all) {
        Map<String, Map<String, Integer>> schoolsByCode = new HashMap<>();
        all.forEach((of, stored) -> stored.total()
                .students()
                .competencies()
                .forEach((code, tally) -> schoolsByCode
                        .computeIfAbsent(code, none -> new TreeMap<>())
                        .put(of.id(), tally.students())));
        Set<String> hidden = new HashSet<>();
        schoolsByCode.forEach((code, cells) -> {
            if (Suppression.hidden(cells).contains(school)) hidden.add(code);
        });
        return hidden;
    }

    private List<TotalsView.SchoolRow> schools(Map<School, StoredRollUp> all) {
        Map<String, Integer> sizes = new TreeMap<>();
        all.forEach((school, stored) -> {
            if (!school.id().equals(StudentState.NO_SCHOOL))
                sizes.put(school.id(), stored.total().students().pace().students());
        });
        Set<String> hidden = Suppression.hidden(sizes);
        List<TotalsView.SchoolRow> rows = new ArrayList<>();
        all.forEach((school, stored) -> {
            int size = sizes.getOrDefault(school.id(), 0);
            if (size > 0) rows.add(row(school, stored.total(), size, hidden.contains(school.id())));
        });
        rows.sort(Comparator.comparing(TotalsView.SchoolRow::name).thenComparing(TotalsView.SchoolRow::id));
        return rows;
    }

    private TotalsView.SchoolRow row(School school, RollUp total, int size, boolean hidden) {
        Named named = roster.named(school.district(), school.id());
        if (hidden) return new TotalsView.SchoolRow(named.id(), named.name(), 0, null, null, 0, List.of(), true);
        StudentTally students = total.students();
        int pairs = students.pairs();
        Map<String, Integer> classes = new HashMap<>();
        total.classes().forEach((id, tally) -> classes.put(id, tally.paced()));
        Set<String> hiddenClasses = Suppression.hidden(classes);
        List<TotalsView.Dot> dots = total.classes().entrySet().stream()
                .filter(entry -> entry.getValue().paced() > 0 && !hiddenClasses.contains(entry.getKey()))
                .map(entry -> new TotalsView.Dot(
                        entry.getValue().share(), entry.getValue().paced()))
                .sorted(Comparator.comparingInt(TotalsView.Dot::students))
                .toList();
        return new TotalsView.SchoolRow(
                named.id(),
                named.name(),
                size,
                shareUnlessHidden(students.pace()),
                pairs == 0 ? null : (double) students.masteredPairs() / pairs,
                total.openConferences(),
                dots,
                false);
    }

    private static @Nullable Double shareUnlessHidden(PaceTally pace) {
        return Suppression.hides(pace.paced()) ? null : pace.share();
    }

    private LocalDate week(String school, String district, Instant now) {
        return roster.of(district, school).week(now);
    }

    /** Titles of classes, for those who may see them. */
    static @Nullable String title(Roster roster, String district, String classId) {
        return roster.find(district, classId).map(ClassChanged::title).orElse(null);
    }
}
