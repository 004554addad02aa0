package io.pacelight.intervention.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the clocks need to know of a class.
 *
 * @param active whether it is held at all; one that the roster has withdrawn counts as over
 * @param termStart first day of the class's terms
 * @param termEnd their last day, inclusive
 * @param competencies what the class works on, in teaching order, those of the plan included
 */
public record ClassFacts(
        String classId,
        String course,
        boolean active,
        LocalDate termStart,
        LocalDate termEnd,
        ClassTime time,
        PacingPlan plan,
        Set<String> competencies,
        StallRule stallRule) {

    /** Joins the plan's competencies with those of the course's pathway. */
    public static Set<String> competencies(PacingPlan plan, List<String> pathway) {
        List<String> all = new ArrayList<>(pathway);
        for (PacingPlan.Target target : plan.targets()) all.add(target.competency());
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(all));
    }

    Instant startOf(LocalDate date) {
        return date.atStartOfDay(time.zone()).toInstant();
    }

    Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }

    Instant termOver() {
        return endOf(termEnd);
    }
}
