package io.pacelight.roster.application.rowwise;

import io.pacelight.events.Keys;
import io.pacelight.events.SchoolDay;
import io.pacelight.kit.state.Input;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.application.fold.FactChange;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.SeenIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** School calendars: one row a school and date. Dates not in the file stay as they are. */
public final class ImportCalendar {
    private static final List<String> COLUMNS = List.of("schoolSourcedId", "date", "instructional", "bell", "cycleDay");
    private static final Map<String, String> ALIASES = Map.of(
            "school", "schoolSourcedId",
            "orgsourcedid", "schoolSourcedId",
            "bellvariant", "bell",
            "bellschedulename", "bell");

    private ImportCalendar() {}

    public static RowReport run(Desk desk, CsvText text) {
        Rows rows = new Rows(text, COLUMNS, List.of("schoolSourcedId", "date", "instructional"), ALIASES);
        Set<String> schools = desk.orgs();
        SeenIds seen = new SeenIds();
        SortedMap<String, List<SchoolDay>> days = new TreeMap<>();
        rows.read(row -> read(rows, row, schools, seen, days));
        List<Input<At<FactChange>>> inputs = new ArrayList<>();
        days.forEach((school, own) -> inputs.add(desk.input(
                Keys.of(desk.district(), "calendar", school), new FactChange.PutDays(desk.district(), school, own))));
        rows.changed(desk.records().facts().change(inputs));
        return rows.report();
    }

    private static void read(
            Rows rows, Row row, Set<String> schools, SeenIds seen, SortedMap<String, List<SchoolDay>> days) {
        Optional<String> school = rows.id(row, "schoolSourcedId");
        school.filter(id -> !schools.contains(id))
                .ifPresent(id -> rows.bad(
                        row,
                        "schoolSourcedId",
                        "unknown-school",
                        "schoolSourcedId '%s' is not in the roster; import the OneRoster package first or correct it."
                                .formatted(Cells.shown(id))));
        Optional<LocalDate> date = rows.date(row, "date");
        String word = row.get("instructional").strip();
        Optional<Boolean> instructional = Cells.flag(word.toLowerCase(Locale.ROOT));
        if (instructional.isEmpty()) {
            rows.bad(
                    row,
                    "instructional",
                    "true-false",
                    "instructional '%s' is neither true nor false.".formatted(Cells.shown(word)));
        }
        if (!rows.rowIsGood() || school.isEmpty() || date.isEmpty()) {
            return;
        }
        int before = seen.put(school.get() + "|" + date.get(), row.number());
        if (before != 0) {
            rows.bad(
                    row,
                    "date",
                    "duplicate-date",
                    "%s of school '%s' stands on data row %d already; leave one out."
                            .formatted(date.get(), Cells.shown(school.get()), before));
            return;
        }
        days.computeIfAbsent(school.get(), s -> new ArrayList<>())
                .add(new SchoolDay(
                        date.get(), instructional.orElse(false), row.orNull("bell"), row.orNull("cycleDay")));
    }
}
