package io.pacelight.roster.application.apply;

import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.oneroster.Mode;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.SeenIds;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.oneroster.Version;
import io.pacelight.roster.domain.people.ClassPlace;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonChange;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.RoleFact;
import io.pacelight.roster.domain.people.RowFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * People with their roles, enrolments, guardians and demographics, joined from four files.
 *
 * <p>The files are read once for each share of the people, so that memory holds one share only.
 */
final class PeopleStep {
    private static final int ROWS_AT_ONCE = 400_000;

    private final Run run;
    private final ClassStep classes;
    private final PersonDraft.Whole whole;
    private final SeenIds touched = new SeenIds();
    private final SeenIds newEnrolments = new SeenIds();
    private Map<String, PersonDraft> drafts = new LinkedHashMap<>();
    private int shares = 1;
    private int share;

    PeopleStep(Run run, ClassStep classes) {
        this.run = run;
        this.classes = classes;
        this.whole = new PersonDraft.Whole(
                run.isWhole(Table.USERS),
                run.isWhole(Table.ROLES),
                run.isWhole(Table.ENROLLMENTS),
                run.isWhole(Table.DEMOGRAPHICS));
    }

    /** @param rows how many rows the four files have together */
    void run(int rows) {
        shares = Math.max(1, (rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE);
        for (share = 0; share < shares; share++) {
            drafts = new LinkedHashMap<>();
            run.rows(Table.USERS, this::user);
            run.rows(Table.ROLES, this::role);
            run.rows(Table.DEMOGRAPHICS, this::demographics);
            run.rows(Table.ENROLLMENTS, this::enrolment);
            takeDrafts();
        }
        drafts = new LinkedHashMap<>();
        sweep();
    }

    private boolean isMine(String id) {
        return Math.floorMod(SeenIds.hash(id) >>> 9, shares) == share;
    }

    private PersonDraft draft(String id) {
        return drafts.computeIfAbsent(id, i -> new PersonDraft());
    }

    private void user(Row row) {
        String id = row.get("sourcedId");
        List<String> agents = row.list("agentSourcedIds");
        if (whole.users()) {
            agents.stream().filter(this::isMine).forEach(agent -> draft(agent).linkedBy(id));
        }
        if (!isMine(id)) {
            return;
        }
        if (Run.isDeleted(row)) {
            draft(id).withdraw();
            return;
        }
        draft(id).user(RowFacts.user(row), agents);
        if (run.version() == Version.V1_1) {
            roles11(id, row);
        }
    }

    /** In edition 1.1 the user's row says the role, the same at each organisation. */
    private void roles11(String id, Row row) {
        draft(id).hasAllRoles();
        boolean primary = true;
        for (String org : row.list("orgSourcedIds")) {
            String role = row.get("role");
            draft(id).role("1.1:" + org, new RoleFact(role, org, primary, null, null));
            primary = false;
        }
    }

    private void role(Row row) {
        String user = row.get("userSourcedId");
        if (!isMine(user)) {
            return;
        }
        RoleFact fact = RowFacts.role(row);
        boolean over = fact.end() != null && fact.end().isBefore(run.today());
        if (Run.isDeleted(row) || over) {
            draft(user).roleGone(row.get("sourcedId"));
        } else {
            draft(user).role(row.get("sourcedId"), fact);
        }
    }

    private void demographics(Row row) {
        String user = row.get("sourcedId");
        if (isMine(user)) {
            draft(user).demographics(Run.isDeleted(row) ? null : RowFacts.demographics(row));
        }
    }

    private void enrolment(Row row) {
        String user = row.get("userSourcedId");
        if (!isMine(user)) {
            return;
        }
        if (Run.isDeleted(row)) {
            draft(user).enrolmentGone(row.get("sourcedId"));
        } else {
            ClassPlace place = classes.places().get(row.get("classSourcedId"));
            draft(user).enrolment(row.get("sourcedId"), RowFacts.enrolment(row, place));
        }
    }

    private void takeDrafts() {
        List<Map.Entry<String, PersonDraft>> all = List.copyOf(drafts.entrySet());
        for (int from = 0; from < all.size(); from += Run.BATCH) {
            List<Map.Entry<String, PersonDraft>> some = all.subList(from, Math.min(all.size(), from + Run.BATCH));
            Map<String, Person> stored =
                    run.mode(Table.USERS) == Mode.DELTA || run.mode(Table.ENROLLMENTS) == Mode.DELTA
                            ? storedOf(some)
                            : Map.of();
            Set<String> named = new LinkedHashSet<>();
            some.forEach(entry -> {
                named.add(entry.getKey());
                entry.getValue().addNamed(named);
            });
            Map<String, PersonKeys> keys = run.keys(named);
            Run.Batch<Person, PersonChange> batch = run.batch(run.records().people(), run.tally()::person);
            for (Map.Entry<String, PersonDraft> entry : some) {
                String id = entry.getKey();
                touched.put(id, 1);
                suspectMoves(id, entry.getValue(), stored.get(id));
                batch.add(DocumentId.of(run.district(), id), entry.getValue().change(run.district(), id, keys, whole));
            }
            batch.flush();
            if (run.mode(Table.USERS) == Mode.DELTA) {
                links(some, stored);
            }
        }
    }

    private Map<String, Person> storedOf(List<Map.Entry<String, PersonDraft>> some) {
        Map<String, Person> stored = new HashMap<>();
        run.records()
                .people()
                .load(some.stream()
                        .map(entry -> DocumentId.of(run.district(), entry.getKey()))
                        .toList())
                .values()
                .forEach(person -> stored.put(person.sourcedId(), person));
        return stored;
    }

    /** In a delta an enrolment that is new to its person may have been somebody else's. */
    private void suspectMoves(String id, PersonDraft draft, @Nullable Person before) {
        if (run.mode(Table.ENROLLMENTS) == Mode.DELTA) {
            for (String enrolment : draft.enrolmentIds()) {
                if (before == null || !before.enrolments().containsKey(enrolment)) {
                    newEnrolments.put(enrolment, mark(id));
                }
            }
        }
    }

    private static int mark(String person) {
        return (int) SeenIds.hash(person) | 1;
    }

    /** In a delta only the person's own row tells whom it links; the others are told here. */
    private void links(List<Map.Entry<String, PersonDraft>> some, Map<String, Person> stored) {
        Map<String, Set<String>> linked = new LinkedHashMap<>();
        Map<String, Set<String>> unlinked = new LinkedHashMap<>();
        for (Map.Entry<String, PersonDraft> entry : some) {
            if (!entry.getValue().hasUserRow()) {
                continue;
            }
            Person before = stored.get(entry.getKey());
            Set<String> former =
                    new TreeSet<>(before == null ? Set.of() : before.agents().keySet());
            for (String agent : entry.getValue().agents()) {
                if (!former.remove(agent)) {
                    linked.computeIfAbsent(agent, a -> new HashSet<>()).add(entry.getKey());
                }
            }
            former.forEach(agent ->
                    unlinked.computeIfAbsent(agent, a -> new HashSet<>()).add(entry.getKey()));
        }
        Set<String> others = new LinkedHashSet<>(linked.keySet());
        others.addAll(unlinked.keySet());
        Set<String> named = new LinkedHashSet<>(others);
        some.forEach(entry -> named.add(entry.getKey()));
        Map<String, PersonKeys> keys = run.keys(named);
        Run.Batch<Person, PersonChange> batch = run.batch(run.records().people(), outcome -> {});
        for (String other : others) {
            PersonKeys own = keys.get(other);
            if (own != null) {
                Map<String, String> put = new HashMap<>();
                linked.getOrDefault(other, Set.of()).forEach(id -> {
                    PersonKeys found = keys.get(id);
                    if (found != null) {
                        put.put(id, found.guardian());
                    }
                });
                batch.add(
                        DocumentId.of(run.district(), other),
                        PersonChange.link(run.district(), own, put, unlinked.getOrDefault(other, Set.of())));
            }
        }
        batch.flush();
    }

    /** Goes over everybody stored whom no row named: gone from a whole file, or concerned by what moved. */
    private void sweep() {
        boolean anyWhole = whole.users() || whole.roles() || whole.enrolments() || whole.demographics();
        boolean moves = newEnrolments.size() > 0
                || (!classes.movedPlaces().isEmpty() && !whole.enrolments())
                || run.tally().endedInAll() > 0;
        if (!anyWhole && !moves) {
            return;
        }
        Run.Batch<Person, PersonChange> batch = run.batch(run.records().people(), run.tally()::person);
        Run.Batch<Person, PersonChange> again = run.batch(run.records().people(), outcome -> {});
        run.records()
                .people()
                .each(
                        run.district() + "|",
                        page -> page.forEach(document -> {
                            Person person = document.state();
                            PersonKeys keys = person.keys();
                            if (keys == null) {
                                return;
                            }
                            boolean named = touched.has(person.sourcedId());
                            if (anyWhole && !named) {
                                batch.add(
                                        document.id(),
                                        PersonChange.absent(
                                                run.district(),
                                                keys,
                                                whole.users(),
                                                whole.roles(),
                                                whole.enrolments(),
                                                whole.demographics()));
                            }
                            boolean moved =
                                    moves && moved(person, keys, document.id(), named || anyWhole ? again : batch);
                            if (!anyWhole && !named && !moved) {
                                run.tally().untouched(person);
                            }
                        }));
        batch.flush();
        again.flush();
    }

    private boolean moved(Person person, PersonKeys keys, String document, Run.Batch<Person, PersonChange> batch) {
        Set<String> gone = new HashSet<>();
        Map<String, ClassPlace> places = new HashMap<>();
        person.enrolments().forEach((id, enrolment) -> {
            int owner = newEnrolments.rowOf(id);
            if (owner != 0 && owner != mark(person.sourcedId())) {
                gone.add(id);
            }
            ClassPlace place = classes.movedPlaces().get(enrolment.classId());
            if (place != null) {
                places.put(enrolment.classId(), place);
            }
        });
        if (gone.isEmpty() && places.isEmpty()) {
            return false;
        }
        batch.add(document, PersonChange.moved(run.district(), keys, places, gone));
        return true;
    }

    /** Rows of the four files together, by the counts of the check. */
    static int rowsOf(Map<Table, Integer> rows) {
        List<Table> tables = new ArrayList<>(List.of(Table.USERS, Table.ROLES, Table.DEMOGRAPHICS, Table.ENROLLMENTS));
        return tables.stream().mapToInt(table -> rows.getOrDefault(table, 0)).sum();
    }
}
