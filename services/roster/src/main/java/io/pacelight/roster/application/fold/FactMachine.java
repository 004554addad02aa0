package io.pacelight.roster.application.fold;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.CalendarChanged;
import io.pacelight.events.CodeCrosswalked;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.CourseChanged;
import io.pacelight.events.Event;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.SchoolDay;
import io.pacelight.events.TermChanged;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fact is told when it becomes another, and only then. */
public final class FactMachine implements StateMachine<Fact, At<FactChange>> {

    @Override
    public Fact initial(String document) {
        return new Fact(null);
    }

    @Override
    public Step<Fact> apply(Fact state, At<FactChange> input) {
        ReferenceEvent next =
                switch (input.change()) {
                    case FactChange.Put put -> put.fact();
                    case FactChange.PutDays days -> merged(state, days);
                };
        return next.equals(state.current())
                ? Step.of(state)
                : new Step<>(new Fact(next), List.of(new Emission(next, input.time())));
    }

    @Override
    public Set<Class<? extends Event>> tells() {
        return Set.of(
                BellScheduleChanged.class,
                CalendarChanged.class,
                CodeCrosswalked.class,
                CompetencyChanged.class,
                CourseChanged.class,
                OrgChanged.class,
                PacingPlanChanged.class,
                PathwayChanged.class,
                PrerequisitesChanged.class,
                TermChanged.class);
    }

    private static CalendarChanged merged(Fact state, FactChange.PutDays change) {
        SortedMap<LocalDate, SchoolDay> days = new TreeMap<>();
        if (state.current() instanceof CalendarChanged calendar) {
            calendar.days().forEach(day -> days.put(day.date(), day));
        }
        change.days().forEach(day -> days.put(day.date(), day));
        return new CalendarChanged(change.district(), change.school(), List.copyOf(days.values()));
    }
}
