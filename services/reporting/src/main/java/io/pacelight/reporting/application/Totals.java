package io.pacelight.reporting.application;

import io.pacelight.reporting.application.view.TotalsView;
import io.pacelight.reporting.domain.rollup.Bottleneck;
import io.pacelight.reporting.domain.rollup.CompetencyTally;
import io.pacelight.reporting.domain.rollup.PaceTally;
import io.pacelight.reporting.domain.rollup.RollUp;
import io.pacelight.reporting.domain.rollup.StudentTally;
import io.pacelight.reporting.domain.rollup.Suppression;
import io.pacelight.reporting.domain.rollup.WeekTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rows of a school's or district's page, with everything suppressed that must be. */
final class Totals {
    private final Roster roster;
    private final String district;

    Totals(Roster roster, String district) {
        this.roster = roster;
        this.district = district;
    }

    /** By code; {@code hidden} are codes that other tables would give away. */
    List<TotalsView.CompetencyRow> mastery(StudentTally students, Set<String> hidden) {
        List<TotalsView.CompetencyRow> rows = new ArrayList<>();
        new TreeMap<>(students.competencies()).forEach((code, tally) -> {
            String name = roster.nameOf(district, code);
            if (hidden.contains(code) || Suppression.hides(tally.students()))
                rows.add(new TotalsView.CompetencyRow(code, name, 0, 0, null, true));
            else rows.add(row(code, name, tally));
        });
        return rows;
    }

    private static TotalsView.CompetencyRow row(String code, String name, CompetencyTally tally) {
        return new TotalsView.CompetencyRow(
                code,
                name,
                tally.students(),
                tally.mastered(),
                tally.students() == 0 ? null : (double) tally.mastered() / tally.students(),
                false);
    }

    TotalsView.PaceRow pace(PaceTally pace, boolean hidden) {
        return hidden || Suppression.hides(pace.paced())
                ? new TotalsView.PaceRow(0, 0, 0, null, true)
                : new TotalsView.PaceRow(pace.onPace(), pace.watch(), pace.missed(), pace.share(), false);
    }

    TotalsView.ConferenceRow conferences(RollUp total, LocalDate week) {
        WeekTally now = total.weeks().getOrDefault(week, WeekTally.NONE);
        return new TotalsView.ConferenceRow(
                total.openConferences(), now.started(), now.done(), now.withinDayShare(), new TreeMap<>(total.open()));
    }

    /** Classes with running targets, the largest share last; those whom nobody may know by name come without one. */
    List<TotalsView.ClassDot> classPace(Map<String, PaceTally> classes, Predicate<String> named) {
        Map<String, Integer> sizes = new HashMap<>();
        classes.forEach((classId, tally) -> {
            if (tally.paced() > 0) sizes.put(classId, tally.paced());
        });
        Set<String> hidden = Suppression.hidden(sizes);
        return sizes.keySet().stream()
                .map(classId -> dot(classId, classes.getOrDefault(classId, PaceTally.NONE), named, hidden))
                .sorted(Comparator.comparing(TotalsView.ClassDot::suppressed)
                        .thenComparing(
                                TotalsView.ClassDot::share, Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
                        .thenComparingInt(TotalsView.ClassDot::students))
                .toList();
    }

    private TotalsView.ClassDot dot(String classId, PaceTally tally, Predicate<String> named, Set<String> hidden) {
        boolean suppressed = hidden.contains(classId) && !named.test(classId);
        return new TotalsView.ClassDot(
                named.test(classId) ? classId : null,
                named.test(classId) ? ReadTotals.title(roster, district, classId) : null,
                suppressed ? 0 : tally.paced(),
                suppressed ? null : tally.share(),
                suppressed);
    }

    List<TotalsView.BottleneckRow> bottlenecks(StudentTally students) {
        return Bottleneck.among(students.competencies(), Bottleneck.LEAST_IN_SCHOOL).stream()
                .map(found -> new TotalsView.BottleneckRow(
                        found.competency(),
                        roster.nameOf(district, found.competency()),
                        found.stuck(),
                        found.determinate(),
                        found.indeterminate(),
                        found.share(),
                        found.level()))
                .toList();
    }
}
