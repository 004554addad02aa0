package io.pacelight.reporting.application;

import io.pacelight.events.ClassChanged;
import io.pacelight.kit.security.AccessScope;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.RollUps.School;
import io.pacelight.reporting.application.view.MeView;
import io.pacelight.reporting.application.view.MeView.OwnClass;
import io.pacelight.reporting.application.view.MeView.Role;
import io.pacelight.reporting.application.view.Named;
import io.pacelight.reporting.domain.rollup.PaceTally;
import io.pacelight.reporting.domain.rollup.SchoolTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells somebody who they are here and where they may go. */
public final class ReadMe {
    private final Roster roster;
    private final People people;
    private final RollUps rollUps;
    private final SchoolClock clock;

    public ReadMe(Roster roster, People people, RollUps rollUps, SchoolClock clock) {
        this.roster = roster;
        this.people = people;
        this.rollUps = rollUps;
        this.clock = clock;
    }

    public MeView read(Reader reader) {
        AccessScope scope = reader.viewer().scope();
        Role role = role(reader);
        Instant now = clock.now();
        List<ClassChanged> classes = classes(reader);
        Set<String> schoolIds = new LinkedHashSet<>();
        if (!scope.wholeDistrict())
            Stream.concat(scope.schools().stream().sorted(), classes.stream().map(ClassChanged::school))
                    .forEach(schoolIds::add);
        List<Named> schools = scope.wholeDistrict()
                ? roster.schools(reader.district())
                : schoolIds.stream()
                        .map(school -> roster.named(reader.district(), school))
                        .sorted(Comparator.comparing(Named::name).thenComparing(Named::id))
                        .toList();
        String first =
                schools.isEmpty() ? reader.district() : schools.getFirst().id();
        return new MeView(
                name(reader),
                role,
                reader.viewer().key(),
                roster.district(reader.district()),
                schools,
                views(reader.district(), classes, now),
                students(reader),
                now,
                roster.of(reader.district(), first).zone().getId());
    }

    private static Role role(Reader reader) {
        if (reader.viewer().scope().wholeDistrict()) return Role.DISTRICT;
        if (reader.leads()) return Role.LEADER;
        if (reader.coaches()) return Role.COACH;
        if (!reader.viewer().scope().classes().isEmpty()
                || reader.viewer().roles().contains("teacher")) return Role.TEACHER;
        if (reader.family()) return Role.STUDENT;
        throw new OutsideScope("Your place in the roster");
    }

    private String name(Reader reader) {
        String key = reader.viewer().key();
        Person person = key == null
                ? null
                : people.named(reader.district(), List.of(key)).get(key);
        return person == null ? reader.viewer().username() : person.full();
    }

    private List<Named> students(Reader reader) {
        if (!reader.family()) return List.of();
        Map<String, Person> known =
                people.named(reader.district(), reader.viewer().scope().students());
        return known.values().stream()
                .map(person -> new Named(person.key(), person.full()))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::id))
                .toList();
    }

    /** A district's classes are too many for a list; those of schools and of one's own are not. */
    private List<ClassChanged> classes(Reader reader) {
        AccessScope scope = reader.viewer().scope();
        Set<ClassChanged> classes = new LinkedHashSet<>();
        for (String classId : scope.classes())
            roster.find(reader.district(), classId).ifPresent(classes::add);
        if (!scope.schools().isEmpty()) classes.addAll(roster.classes(reader.district(), scope.schools()));
        return classes.stream()
                .sorted(Comparator.comparing((ClassChanged own) ->
                                own.periods().isEmpty() ? "~" : own.periods().getFirst())
                        .thenComparing(ClassChanged::title)
                        .thenComparing(ClassChanged::classId))
                .toList();
    }

    private List<OwnClass> views(String district, List<ClassChanged> classes, Instant now) {
        Set<School> schools =
                classes.stream().map(own -> new School(district, own.school())).collect(Collectors.toSet());
        Map<String, PaceTally> counts = new HashMap<>();
        if (!schools.isEmpty())
            rollUps.schools(schools).values().stream()
                    .filter(document -> document.version() > 0)
                    .forEach(document -> counts.putAll(document.state().total().classes()));
        return classes.stream()
                .map(own -> {
                    SchoolTime time = roster.of(district, own.school());
                    return new OwnClass(
                            own.classId(),
                            own.title(),
                            roster.named(district, own.school()),
                            own.periods().isEmpty() ? null : own.periods().getFirst(),
                            own.room(),
                            counts.getOrDefault(own.classId(), PaceTally.NONE).students(),
                            roster.current(own, time.day(now)));
                })
                .toList();
    }
}
