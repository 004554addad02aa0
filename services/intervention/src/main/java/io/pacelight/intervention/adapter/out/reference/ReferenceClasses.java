package io.pacelight.intervention.adapter.out.reference;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.CalendarChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.Keys;
import io.pacelight.events.Meeting;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PathwayUnit;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.SchoolDay;
import io.pacelight.events.TermChanged;
import io.pacelight.intervention.application.ClassBooks;
import io.pacelight.intervention.domain.ClassBook;
import io.pacelight.intervention.domain.ClassFacts;
import io.pacelight.intervention.domain.ClassTime;
import io.pacelight.intervention.domain.MeetingRule;
import io.pacelight.intervention.domain.PacingPlan;
import io.pacelight.intervention.domain.SchoolDays;
import io.pacelight.intervention.domain.StallRule;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.SchoolZones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the classes that the clocks know out of the reference facts and keeps them until a fact changes. Classes that
 * meet alike share one timetable, so that a large district stays small in memory.
 */
public final class ReferenceClasses implements ClassBooks {
    private final ReferenceBook book;
    private final SchoolZones zones;
    private final StallRule stallRule;
    private final int minutesWithoutBells;
    private final Map<String, Optional<ClassFacts>> known = new ConcurrentHashMap<>();
    private final Map<Timetable, ClassTime> timetables = new ConcurrentHashMap<>();
    private final Map<String, SchoolDays> calendars = new ConcurrentHashMap<>();

    private record Timetable(
            String district, String school, ZoneId zone, LocalDate first, LocalDate last, List<MeetingRule> rules) {}

    public ReferenceClasses(ReferenceBook book, StallRule stallRule, int minutesWithoutBells) {
        this.book = book;
        this.zones = new SchoolZones(book); // follows before this does, so what is built anew is built in the new zone
        this.stallRule = stallRule;
        this.minutesWithoutBells = minutesWithoutBells;
        book.follow(this::forget);
    }

    @Override
    public ClassBook of(String district) {
        return classId -> known.computeIfAbsent(Keys.of(district, classId), ignored -> build(district, classId))
                .orElse(null);
    }

    /** Runs after the book holds the fact, and waits for a build in progress, so nothing stale is kept. */
    private void forget(ReferenceEvent fact) {
        switch (fact) {
            case ClassChanged changed -> known.remove(Keys.of(changed.district(), changed.classId()));
            case BellScheduleChanged changed -> known.remove(Keys.of(changed.district(), changed.classId()));
            case PacingPlanChanged changed -> known.remove(Keys.of(changed.district(), changed.classId()));
            case CalendarChanged changed -> {
                calendars.remove(Keys.of(changed.district(), changed.school()));
                known.clear(); // a build in progress may still keep a timetable of the old calendar
                timetables.clear();
                known.clear();
            }
            case OrgChanged changed -> known.clear();
            case TermChanged changed -> known.clear();
            case PathwayChanged changed -> known.clear();
            default -> {}
        }
    }

    private Optional<ClassFacts> build(String district, String classId) {
        ClassChanged changed = book.find(ClassChanged.class, Keys.of(district, "class", classId))
                .orElse(null);
        if (changed == null) return Optional.empty();
        LocalDate first = null;
        LocalDate last = null;
        for (String id : changed.terms()) {
            TermChanged term = term(district, id);
            if (term == null) continue;
            if (first == null || term.start().isBefore(first)) first = term.start();
            if (last == null || term.end().isAfter(last)) last = term.end();
        }
        if (first == null || last == null || last.isBefore(first)) return Optional.empty();
        Timetable timetable = new Timetable(
                district,
                changed.school(),
                zones.of(district, changed.school()),
                first,
                last,
                rules(district, classId));
        PacingPlan plan = book.find(PacingPlanChanged.class, Keys.of(district, "plan", classId))
                .map(ReferenceClasses::plan)
                .orElse(PacingPlan.NONE);
        return Optional.of(new ClassFacts(
                classId,
                changed.course(),
                changed.active(),
                first,
                last,
                timetables.computeIfAbsent(timetable, this::time),
                plan,
                ClassFacts.competencies(plan, pathway(district, changed.course())),
                stallRule));
    }

    private ClassTime time(Timetable timetable) {
        return ClassTime.of(
                timetable.zone(),
                calendar(timetable.district(), timetable.school()),
                timetable.first(),
                timetable.last(),
                timetable.rules());
    }

    private SchoolDays calendar(String district, String school) {
        return calendars.computeIfAbsent(
                Keys.of(district, school),
                ignored -> book.find(CalendarChanged.class, Keys.of(district, "calendar", school))
                        .map(ReferenceClasses::days)
                        .orElseGet(() -> SchoolDays.weekdaysExcept(Set.of())));
    }

    private static SchoolDays days(CalendarChanged calendar) {
        Map<LocalDate, SchoolDays.Day> days = new HashMap<>();
        for (SchoolDay day : calendar.days())
            days.put(day.date(), new SchoolDays.Day(day.instructional(), day.bell(), day.cycleDay()));
        return SchoolDays.of(days);
    }

    private List<MeetingRule> rules(String district, String classId) {
        List<MeetingRule> rules = new ArrayList<>();
        book.find(BellScheduleChanged.class, Keys.of(district, "bells", classId))
                .ifPresent(bells -> {
                    for (Meeting meeting : bells.meetings()) {
                        if (!meeting.end().isAfter(meeting.start())) continue;
                        TermChanged term = meeting.term() == null ? null : term(district, meeting.term());
                        rules.add(new MeetingRule(
                                Set.copyOf(meeting.days()),
                                meeting.start(),
                                meeting.end(),
                                term == null ? null : term.start(),
                                term == null ? null : term.end(),
                                meeting.bell(),
                                meeting.period()));
                    }
                });
        return rules.isEmpty() ? List.of(MeetingRule.daily(minutesWithoutBells)) : List.copyOf(rules);
    }

    private static PacingPlan plan(PacingPlanChanged changed) {
        return new PacingPlan(changed.targets().stream()
                .map(target -> new PacingPlan.Target(target.competency(), target.minutes(), target.date()))
                .toList());
    }

    private List<String> pathway(String district, String course) {
        List<String> competencies = new ArrayList<>();
        book.find(PathwayChanged.class, Keys.of(district, "pathway", course)).ifPresent(pathway -> {
            for (PathwayUnit unit : pathway.units()) competencies.addAll(unit.competencies());
        });
        return competencies;
    }

    private @Nullable TermChanged term(String district, String id) {
        return book.find(TermChanged.class, Keys.of(district, "term", id)).orElse(null);
    }
}
