package io.pacelight.roster.application.apply;

import io.pacelight.roster.application.Records;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.SchoolClass;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Counts what a package changes, and how many enrolments it ends at each school. */
public final class Tally {
    /** What happens to the rows of one table. */
    public record Counts(int created, int updated, int removed, int unchanged) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(int moreCreated, int moreUpdated, int moreRemoved, int moreUnchanged) {
            return new Counts(
                    created + moreCreated, updated + moreUpdated, removed + moreRemoved, unchanged + moreUnchanged);
        }

        /** How many are different afterwards. */
        public int changes() {
            return created + updated + removed;
        }
    }

    /** The enrolments of one school before the package, and how many of them it ends. */
    public record Ending(int before, int ended) {
        /** Whether more than the given percentage is ended. */
        public boolean isOver(int percent) {
            return (long) ended * 100 > (long) before * percent;
        }
    }

    private final LocalDate today;
    private final Map<Table, Counts> counts = new EnumMap<>(Table.class);
    private final Map<String, Ending> endings = new TreeMap<>();
    private int endedInAll;

    public Tally(LocalDate today) {
        this.today = today;
    }

    public Map<Table, Counts> counts() {
        return Map.copyOf(counts);
    }

    /** Whether anything would be different afterwards. */
    public boolean changesAnything() {
        return counts.values().stream().anyMatch(count -> count.changes() > 0);
    }

    public Map<String, Ending> endings() {
        return Map.copyOf(endings);
    }

    int endedInAll() {
        return endedInAll;
    }

    void fact(Table table, Records.Outcome<?> outcome, boolean removed) {
        count(table, outcome.isNew(), outcome.isChanged(), removed);
    }

    void schoolClass(Records.Outcome<SchoolClass> outcome) {
        boolean was = outcome.before().map(SchoolClass::isActive).orElse(false);
        boolean is = outcome.after().isActive();
        count(Table.CLASSES, is && !was, outcome.isChanged(), was && !is);
    }

    void person(Records.Outcome<Person> outcome) {
        Person nobody = Person.unknown(outcome.after().sourcedId());
        Person before = outcome.before().orElse(nobody);
        Person after = outcome.after();
        boolean was = before.isKnown() && !before.withdrawn();
        boolean is = after.isKnown() && !after.withdrawn();
        boolean self =
                !Objects.equals(before.user(), after.user()) || !before.agents().equals(after.agents());
        if (was || is) {
            count(Table.USERS, is && !was, self, was && !is);
        }
        maps(Table.ROLES, before.roles(), after.roles());
        maps(Table.ENROLLMENTS, before.enrolments(), after.enrolments());
        if (before.demographics() != null || after.demographics() != null) {
            count(
                    Table.DEMOGRAPHICS,
                    before.demographics() == null,
                    !Objects.equals(before.demographics(), after.demographics()),
                    after.demographics() == null);
        }
        endings(before, after);
    }

    /** A person whom the package does not touch still counts among those enrolled. */
    void untouched(Person person) {
        person.enrolments().values().forEach(e -> ending(e.school(), false));
    }

    private void endings(Person before, Person after) {
        before.enrolments().forEach((id, enrolment) -> {
            EnrolmentFact later = after.withdrawn() && !before.withdrawn()
                    ? null
                    : after.enrolments().get(id);
            ending(enrolment.school(), enrolment.isEndedBy(later, today));
        });
    }

    private void ending(String school, boolean ended) {
        endedInAll += ended ? 1 : 0;
        endings.merge(
                school,
                new Ending(1, ended ? 1 : 0),
                (a, b) -> new Ending(a.before() + b.before(), a.ended() + b.ended()));
    }

    private <T> void maps(Table table, Map<String, T> before, Map<String, T> after) {
        after.forEach((id, value) -> {
            T old = before.get(id);
            count(table, old == null, !value.equals(old), false);
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> count(table, false, true, true));
    }

    private void count(Table table, boolean created, boolean changed, boolean removed) {
        Counts so = counts.getOrDefault(table, Counts.NONE);
        counts.put(
                table,
                removed
                        ? so.plus(0, 0, 1, 0)
                        : created ? so.plus(1, 0, 0, 0) : changed ? so.plus(0, 1, 0, 0) : so.plus(0, 0, 0, 1));
    }
}
