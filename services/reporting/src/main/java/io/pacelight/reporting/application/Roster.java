package io.pacelight.reporting.application;

import io.pacelight.events.CalendarChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.CourseChanged;
import io.pacelight.events.Keys;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PacingTarget;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.SchoolDay;
import io.pacelight.events.TermChanged;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.SchoolZones;
import io.pacelight.reporting.application.view.Named;
import io.pacelight.reporting.domain.grid.ClassPlan;
import io.pacelight.reporting.domain.rollup.SchoolTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reference facts as the pages need them. */
public final class Roster implements SchoolTimes {
    private record KnownDays(CalendarChanged calendar, Set<LocalDate> instructional) {}

    private final ReferenceBook book;
    private final SchoolZones zones;
    private final Map<String, KnownDays> days = new ConcurrentHashMap<>();

    public Roster(ReferenceBook book) {
        this.book = book;
        this.zones = new SchoolZones(book);
    }

    public Optional<OrgChanged> org(String district, String org) {
        return book.find(OrgChanged.class, Keys.of(district, "org", org));
    }

    /** An organisation under its name, or its id where it is not known. */
    public Named named(String district, String org) {
        return new Named(org, org(district, org).map(OrgChanged::name).orElse(org));
    }

    /** The district under the name of its top organisation. */
    public Named district(String district) {
        return book.all(OrgChanged.class).stream()
                .filter(org -> org.district().equals(district) && org.orgType() == OrgType.DISTRICT)
                .min(Comparator.comparing(OrgChanged::org))
                .map(org -> new Named(district, org.name()))
                .orElseGet(() -> new Named(district, district));
    }

    /** The active schools of a district by name. */
    public List<Named> schools(String district) {
        return book.all(OrgChanged.class).stream()
                .filter(org -> org.district().equals(district) && org.orgType() == OrgType.SCHOOL && org.active())
                .map(org -> new Named(org.org(), org.name()))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::id))
                .toList();
    }

    public Optional<ClassChanged> find(String district, String classId) {
        if (classId.isEmpty() || classId.indexOf('|') >= 0) return Optional.empty();
        return book.find(ClassChanged.class, Keys.of(district, "class", classId));
    }

    /** The active classes of some schools. */
    public List<ClassChanged> classes(String district, Set<String> schools) {
        return book.all(ClassChanged.class).stream()
                .filter(found ->
                        found.active() && found.district().equals(district) && schools.contains(found.school()))
                .toList();
    }

    public @Nullable String course(String district, String course) {
        return course.isEmpty()
                ? null
                : book.find(CourseChanged.class, Keys.of(district, "course", course))
                        .map(CourseChanged::title)
                        .orElse(null);
    }

    public Optional<CompetencyChanged> competency(String district, String code) {
        return code.isEmpty() || code.indexOf('|') >= 0
                ? Optional.empty()
                : book.find(CompetencyChanged.class, Keys.of(district, "competency", code));
    }

    /** What a competency is called; its code where it is not known. */
    public String nameOf(String district, String code) {
        return competency(district, code).map(CompetencyChanged::name).orElse(code);
    }

    /** The term of a class that runs on that day; else the last that began, else the first to come. */
    public Optional<TermChanged> term(ClassChanged of, LocalDate day) {
        List<TermChanged> terms = of.terms().stream()
                .flatMap(term -> book.find(TermChanged.class, Keys.of(of.district(), "term", term)).stream())
                .sorted(Comparator.comparing(TermChanged::start).thenComparing(TermChanged::term))
                .toList();
        Optional<TermChanged> running =
                terms.stream().filter(term -> runs(term, day)).reduce((one, other) -> other);
        if (running.isPresent()) return running;
        Optional<TermChanged> begun =
                terms.stream().filter(term -> !term.start().isAfter(day)).reduce((one, other) -> other);
        return begun.isPresent() ? begun : terms.stream().findFirst();
    }

    /** Whether a class is taught on that day; one without known terms always is. */
    public boolean current(ClassChanged of, LocalDate day) {
        return of.active() && term(of, day).map(term -> runs(term, day)).orElse(true);
    }

    private static boolean runs(TermChanged term, LocalDate day) {
        return !term.start().isAfter(day) && !term.end().isBefore(day);
    }

    /** Pathway, pacing plan and prerequisites of a class. */
    public ClassPlan plan(ClassChanged of) {
        List<ClassPlan.Unit> units = of.course().isEmpty()
                ? List.of()
                : book.find(PathwayChanged.class, Keys.of(of.district(), "pathway", of.course()))
                        .map(pathway -> pathway.units().stream()
                                .map(unit -> new ClassPlan.Unit(unit.title(), unit.competencies()))
                                .toList())
                        .orElse(List.of());
        List<String> targets = book.find(PacingPlanChanged.class, Keys.of(of.district(), "plan", of.classId()))
                .map(plan ->
                        plan.targets().stream().map(PacingTarget::competency).toList())
                .orElse(List.of());
        ClassPlan plan = new ClassPlan(units, targets, Map.of());
        Map<String, List<String>> prerequisites = new HashMap<>();
        for (String code : plan.competencies())
            if (code.indexOf('|') < 0)
                book.find(PrerequisitesChanged.class, Keys.of(of.district(), "prerequisites", code))
                        .ifPresent(map -> prerequisites.put(code, map.requires()));
        return new ClassPlan(units, targets, prerequisites);
    }

    @Override
    public SchoolTime of(String district, String school) {
        ZoneId zone = zones.of(district, school);
        return book.find(CalendarChanged.class, Keys.of(district, "calendar", school))
                .map(calendar -> new SchoolTime(zone, instructional(calendar)))
                .orElseGet(() -> new SchoolTime(zone, Set.of()));
    }

    @SuppressWarnings("ReferenceEquality") // the book keeps a calendar until a newer one comes
    private Set<LocalDate> instructional(CalendarChanged calendar) {
        KnownDays known = days.get(calendar.key());
        if (known == null || known.calendar() != calendar) {
            known = new KnownDays(
                    calendar,
                    calendar.days().stream()
                            .filter(SchoolDay::instructional)
                            .map(SchoolDay::date)
                            .collect(Collectors.toUnmodifiableSet()));
            days.put(calendar.key(), known);
        }
        return known.instructional();
    }
}
