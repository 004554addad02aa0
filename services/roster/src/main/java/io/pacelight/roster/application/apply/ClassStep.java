package io.pacelight.roster.application.apply;

import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.people.ClassChange;
import io.pacelight.roster.domain.people.ClassPlace;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonChange.Parts;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.RowFacts;
import io.pacelight.roster.domain.people.SchoolClass;
import io.pacelight.roster.domain.people.Teaching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Classes with their teachers; finds out on the way where every class is. */
final class ClassStep {
    private final Run run;
    private final Map<String, Map<String, Row>> teacherRows = new HashMap<>();
    private final Map<String, Set<String>> teachersGone = new HashMap<>();
    private final Map<String, ClassPlace> places = new HashMap<>();
    private final Map<String, ClassPlace> movedPlaces = new HashMap<>();

    ClassStep(Run run) {
        this.run = run;
    }

    /** Where each class is, of the package and of the store. */
    Map<String, ClassPlace> places() {
        return places;
    }

    /** Classes that were stored and have another course or school now. */
    Map<String, ClassPlace> movedPlaces() {
        return movedPlaces;
    }

    void run() {
        run.records()
                .classes()
                .each(
                        run.district() + "|",
                        page -> page.forEach(document -> {
                            SchoolClass stored = document.state();
                            if (stored.fact() != null) {
                                places.put(stored.sourcedId(), stored.fact().place());
                            }
                        }));
        readTeachers();
        Map<String, PersonKeys> staff = staffKeys();
        Run.Batch<SchoolClass, ClassChange> batch = run.batch(run.records().classes(), run.tally()::schoolClass);
        Set<String> done = new HashSet<>();
        run.rows(Table.CLASSES, row -> {
            String id = row.get("sourcedId");
            done.add(id);
            if (Run.isDeleted(row)) {
                batch.add(document(id), new ClassChange(run.district(), null, true, teachers(id, staff)));
                return;
            }
            var fact = RowFacts.schoolClass(row);
            ClassPlace before = places.put(id, fact.place());
            if (before != null && !before.equals(fact.place())) {
                movedPlaces.put(id, fact.place());
            }
            batch.add(document(id), new ClassChange(run.district(), fact, false, teachers(id, staff)));
        });
        Set<String> rest = new LinkedHashSet<>(teacherRows.keySet());
        rest.addAll(teachersGone.keySet());
        rest.removeAll(done);
        rest.forEach(id -> batch.add(document(id), new ClassChange(run.district(), null, false, teachers(id, staff))));
        batch.flush();
        done.addAll(rest);
        if (run.isWhole(Table.CLASSES) || run.isWhole(Table.ENROLLMENTS)) {
            run.records()
                    .classes()
                    .each(
                            run.district() + "|",
                            page -> page.forEach(document -> {
                                String id = document.state().sourcedId();
                                if (!done.contains(id)) {
                                    boolean withdrawn = run.isWhole(Table.CLASSES);
                                    batch.add(
                                            document.id(),
                                            new ClassChange(run.district(), null, withdrawn, teachers(id, staff)));
                                }
                            }));
            batch.flush();
        }
    }

    private String document(String id) {
        return DocumentId.of(run.district(), id);
    }

    private void readTeachers() {
        List<Row> changed = new ArrayList<>();
        run.rows(Table.ENROLLMENTS, row -> {
            String classId = row.get("classSourcedId");
            if (Run.isDeleted(row)) {
                teachersGone.computeIfAbsent(classId, c -> new HashSet<>()).add(row.get("sourcedId"));
            } else if (row.get("role").equals("teacher")) {
                teacherRows.computeIfAbsent(classId, c -> new HashMap<>()).put(row.get("sourcedId"), row);
                changed.add(row);
            }
        });
        if (!run.isWhole(Table.ENROLLMENTS)) {
            changed.forEach(row -> teachersGone.computeIfPresent(row.get("classSourcedId"), (c, gone) -> {
                gone.remove(row.get("sourcedId"));
                return gone;
            }));
            leaveFormerClasses(changed);
        }
    }

    /** A changed enrolment may have led to another class before; it must not stay there. */
    private void leaveFormerClasses(List<Row> changed) {
        for (int from = 0; from < changed.size(); from += Run.BATCH) {
            List<Row> some = changed.subList(from, Math.min(changed.size(), from + Run.BATCH));
            Map<String, Person> stored = run.records()
                    .people()
                    .load(some.stream()
                            .map(row -> DocumentId.of(run.district(), row.get("userSourcedId")))
                            .distinct()
                            .toList());
            for (Row row : some) {
                Person person = stored.get(DocumentId.of(run.district(), row.get("userSourcedId")));
                EnrolmentFact before =
                        person == null ? null : person.enrolments().get(row.get("sourcedId"));
                if (before != null && !before.classId().equals(row.get("classSourcedId"))) {
                    teachersGone
                            .computeIfAbsent(before.classId(), c -> new HashSet<>())
                            .add(row.get("sourcedId"));
                }
            }
        }
    }

    private Map<String, PersonKeys> staffKeys() {
        Set<String> users = new LinkedHashSet<>();
        teacherRows.values().forEach(rows -> rows.values().forEach(row -> users.add(row.get("userSourcedId"))));
        Map<String, PersonKeys> keys = new HashMap<>();
        List<String> all = List.copyOf(users);
        for (int from = 0; from < all.size(); from += Run.BATCH) {
            keys.putAll(run.keys(all.subList(from, Math.min(all.size(), from + Run.BATCH))));
        }
        return keys;
    }

    private Parts<Teaching> teachers(String classId, Map<String, PersonKeys> staff) {
        Map<String, Teaching> put = new HashMap<>();
        teacherRows.getOrDefault(classId, Map.of()).forEach((id, row) -> {
            PersonKeys keys = staff.get(row.get("userSourcedId"));
            if (keys != null) {
                put.put(
                        id,
                        new Teaching(
                                keys.staff(),
                                row.get("primary").equals("true"),
                                Cells.date(row.get("beginDate")).orElse(null),
                                Cells.date(row.get("endDate")).orElse(null)));
            }
        });
        return new Parts<>(run.isWhole(Table.ENROLLMENTS), put, teachersGone.getOrDefault(classId, Set.of()));
    }
}
