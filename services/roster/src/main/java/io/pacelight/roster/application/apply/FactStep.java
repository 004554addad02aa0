package io.pacelight.roster.application.apply;

import io.pacelight.events.CourseChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.TermChanged;
import io.pacelight.roster.application.fold.Fact;
import io.pacelight.roster.application.fold.FactChange;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.Table;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** Organisations, sessions and courses: each row is one fact. */
final class FactStep {
    private final Run run;

    FactStep(Run run) {
        this.run = run;
    }

    void run() {
        table(Table.ORGS, "org", this::org);
        table(Table.ACADEMIC_SESSIONS, "term", this::term);
        table(Table.COURSES, "course", this::course);
    }

    private void table(Table table, String kind, Function<Row, ReferenceEvent> fact) {
        if (!run.reads(table)) {
            return;
        }
        Run.Batch<Fact, FactChange> kept =
                run.batch(run.records().facts(), outcome -> run.tally().fact(table, outcome, false));
        Run.Batch<Fact, FactChange> gone = run.batch(run.records().facts(), outcome -> {
            if (outcome.isChanged()) {
                run.tally().fact(table, outcome, true);
            }
        });
        String prefix = run.district() + "|" + kind + "|";
        run.rows(table, row -> {
            if (Run.isDeleted(row)) {
                String document = prefix + row.get("sourcedId");
                run.records()
                        .facts()
                        .find(document)
                        .flatMap(FactStep::withdrawn)
                        .ifPresent(f -> gone.add(document, new FactChange.Put(f)));
            } else {
                ReferenceEvent current = fact.apply(row);
                kept.add(current.key(), new FactChange.Put(current));
            }
        });
        kept.flush();
        if (run.isWhole(table)) {
            run.records()
                    .facts()
                    .each(
                            prefix,
                            page -> page.forEach(document -> {
                                if (!run.index().holds(table, document.id().substring(prefix.length()))) {
                                    withdrawn(document.state())
                                            .ifPresent(f -> gone.add(document.id(), new FactChange.Put(f)));
                                }
                            }));
        }
        gone.flush();
    }

    /** The fact taken back, or nothing where there is none to take back. */
    private static Optional<ReferenceEvent> withdrawn(Fact fact) {
        ReferenceEvent current = fact.current();
        if (current instanceof OrgChanged o && o.active()) {
            return Optional.of(
                    new OrgChanged(o.district(), o.org(), o.name(), o.orgType(), o.parent(), o.zone(), false));
        }
        if (current instanceof TermChanged t && t.active()) {
            return Optional.of(new TermChanged(
                    t.district(),
                    t.term(),
                    t.title(),
                    t.termType(),
                    t.start(),
                    t.end(),
                    t.parent(),
                    t.schoolYear(),
                    false));
        }
        if (current instanceof CourseChanged c && c.active()) {
            return Optional.of(new CourseChanged(
                    c.district(), c.course(), c.title(), c.code(), c.org(), c.subjects(), c.grades(), false));
        }
        return Optional.empty();
    }

    private OrgChanged org(Row row) {
        OrgType type =
                switch (row.get("type")) {
                    case "district" -> OrgType.DISTRICT;
                    case "school" -> OrgType.SCHOOL;
                    default -> OrgType.OTHER;
                };
        return new OrgChanged(
                run.district(),
                row.get("sourcedId"),
                row.get("name"),
                type,
                row.orNull("parentSourcedId"),
                zone(row.get("metadata.timeZone")),
                true);
    }

    private String zone(String named) {
        try {
            return named.isEmpty() ? run.zone() : ZoneId.of(named).getId();
        } catch (DateTimeException unknown) {
            return run.zone();
        }
    }

    private TermChanged term(Row row) {
        return new TermChanged(
                run.district(),
                row.get("sourcedId"),
                row.get("title"),
                row.get("type"),
                date(row, "startDate"),
                date(row, "endDate"),
                row.orNull("parentSourcedId"),
                row.orNull("schoolYear"),
                true);
    }

    private static LocalDate date(Row row, String column) {
        return Cells.date(row.get(column)).orElseThrow();
    }

    private CourseChanged course(Row row) {
        return new CourseChanged(
                run.district(),
                row.get("sourcedId"),
                row.get("title"),
                row.orNull("courseCode"),
                row.orNull("orgSourcedId"),
                row.list("subjects"),
                row.list("grades"),
                true);
    }
}
