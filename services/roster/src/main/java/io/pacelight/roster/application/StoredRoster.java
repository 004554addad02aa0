package io.pacelight.roster.application;

import io.pacelight.events.CourseChanged;
import io.pacelight.events.Keys;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.TermChanged;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.application.fold.Fact;
import io.pacelight.roster.domain.oneroster.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a district's roster is stored and current. */
public final class StoredRoster implements StoredIds {
    private final RosterRecords records;
    private final String district;

    public StoredRoster(RosterRecords records, String district) {
        this.records = records;
        this.district = district;
    }

    @Override
    public Set<String> known(Table table, Set<String> ids) {
        return switch (table) {
            case ORGS -> facts("org", ids);
            case ACADEMIC_SESSIONS -> facts("term", ids);
            case COURSES -> facts("course", ids);
            case CLASSES ->
                records.classes().load(documents(ids)).values().stream()
                        .filter(known -> known.isActive())
                        .map(known -> known.sourcedId())
                        .collect(Collectors.toSet());
            case USERS ->
                records.people().load(documents(ids)).values().stream()
                        .filter(person -> person.isKnown() && !person.withdrawn())
                        .map(person -> person.sourcedId())
                        .collect(Collectors.toSet());
            case ROLES, DEMOGRAPHICS, ENROLLMENTS -> Set.of();
        };
    }

    private List<String> documents(Set<String> ids) {
        return ids.stream().map(id -> DocumentId.of(district, id)).toList();
    }

    private Set<String> facts(String kind, Set<String> ids) {
        String prefix = Keys.of(district, kind) + "|";
        return records.facts().load(ids.stream().map(id -> prefix + id).toList()).entrySet().stream()
                .filter(entry -> isActive(entry.getValue()))
                .map(entry -> entry.getKey().substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static boolean isActive(Fact fact) {
        return switch (fact.current()) {
            case OrgChanged org -> org.active();
            case TermChanged term -> term.active();
            case CourseChanged course -> course.active();
            case null, default -> false;
        };
    }
}
