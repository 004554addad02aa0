package io.pacelight.roster.application.rowwise;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.Meeting;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.domain.calendar.DayRule;
import io.pacelight.roster.domain.calendar.Times;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.people.ClassFact;
import io.pacelight.roster.domain.people.SchoolClass;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bell schedules: one row a meeting. The meetings of each class that is named are replaced by those of the file. */
public final class ImportBellSchedule {
    private static final List<String> COLUMNS = List.of(
            "classSourcedId",
            "dayRule",
            "startTime",
            "endTime",
            "schoolSourcedId",
            "termSourcedId",
            "period",
            "bellScheduleName");
    private static final Map<String, String> ALIASES = Map.of(
            "class", "classSourcedId",
            "days", "dayRule",
            "start", "startTime",
            "end", "endTime",
            "school", "schoolSourcedId",
            "term", "termSourcedId",
            "bell", "bellScheduleName",
            "bellvariant", "bellScheduleName");

    private final Desk desk;
    private final Rows rows;
    private final Map<String, String> classSchools = new HashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final SortedMap<String, List<Meeting>> meetings = new TreeMap<>();

    private ImportBellSchedule(Desk desk, CsvText text) {
        this.desk = desk;
        this.rows = new Rows(text, COLUMNS, List.of("classSourcedId", "dayRule", "startTime", "endTime"), ALIASES);
    }

    public static RowReport run(Desk desk, CsvText text) {
        return new ImportBellSchedule(desk, text).run();
    }

    private RowReport run() {
        String prefix = desk.district() + "|";
        desk.records()
                .classes()
                .each(
                        prefix,
                        page -> page.forEach(document -> {
                            SchoolClass known = document.state();
                            ClassFact fact = known.fact();
                            if (fact != null && known.isActive()) {
                                classSchools.put(known.sourcedId(), fact.school());
                            }
                        }));
        desk.facts("term", fact -> terms.add(fact.key().substring(fact.key().lastIndexOf('|') + 1)));
        rows.read(this::read);
        List<BellScheduleChanged> facts = new ArrayList<>();
        meetings.forEach((id, own) -> facts.add(new BellScheduleChanged(
                desk.district(),
                id,
                classSchools.getOrDefault(id, ""),
                own.stream().distinct().toList())));
        rows.changed(desk.put(facts));
        return rows.report();
    }

    private void read(Row row) {
        Optional<String> classId = rows.id(row, "classSourcedId");
        classId.filter(id -> !classSchools.containsKey(id))
                .ifPresent(id -> rows.bad(
                        row,
                        "classSourcedId",
                        "unknown-class",
                        "classSourcedId '%s' is not in the roster; import the OneRoster package first or correct it."
                                .formatted(Cells.shown(id))));
        Optional<List<String>> days = DayRule.read(row.get("dayRule"));
        if (days.isEmpty()) {
            rows.bad(
                    row,
                    "dayRule",
                    "day-rule",
                    "dayRule '%s' names no days; write weekdays like MO|TU|WE or cycle days like A|B."
                            .formatted(Cells.shown(row.get("dayRule"))));
        }
        Optional<LocalTime> start = time(row, "startTime");
        Optional<LocalTime> end = time(row, "endTime");
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            rows.bad(
                    row,
                    "endTime",
                    "end-before-begin",
                    "endTime %s is not after startTime %s.".formatted(end.get(), start.get()));
        }
        String term = row.orNull("termSourcedId");
        if (term != null && !terms.contains(term)) {
            rows.bad(
                    row,
                    "termSourcedId",
                    "unknown-term",
                    "termSourcedId '%s' is not in the roster.".formatted(Cells.shown(term)));
        }
        if (!rows.rowIsGood() || classId.isEmpty() || days.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return;
        }
        warnings(row, classId.get());
        Meeting meeting = new Meeting(
                days.get(), start.get(), end.get(), term, row.orNull("period"), row.orNull("bellScheduleName"));
        List<Meeting> own = meetings.computeIfAbsent(classId.get(), id -> new ArrayList<>());
        if (own.stream().anyMatch(other -> overlap(other, meeting))) {
            rows.note(
                    row,
                    "startTime",
                    "overlap",
                    "the meeting overlaps another of class '%s'.".formatted(Cells.shown(classId.get())));
        }
        own.add(meeting);
    }

    private void warnings(Row row, String classId) {
        String school = row.orNull("schoolSourcedId");
        if (school != null && !school.equals(classSchools.get(classId))) {
            rows.note(
                    row,
                    "schoolSourcedId",
                    "school-differs",
                    "schoolSourcedId '%s' is not the school of the class; the class's school holds."
                            .formatted(Cells.shown(school)));
        }
    }

    private static boolean overlap(Meeting one, Meeting other) {
        return Objects.equals(one.term(), other.term())
                && Objects.equals(one.bell(), other.bell())
                && !Collections.disjoint(one.days(), other.days())
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end());
    }

    private Optional<LocalTime> time(Row row, String column) {
        String value = row.get(column).strip();
        Optional<LocalTime> time = Times.read(value);
        if (time.isEmpty()) {
            String meant = Times.meant(value);
            rows.bad(
                    row,
                    column,
                    "time",
                    "%s '%s' is not HH:MM on the 24-hour clock.%s"
                            .formatted(column, Cells.shown(value), meant.isEmpty() ? "" : " Write " + meant + "."));
        }
        return time;
    }
}
