package io.pacelight.roster.application.rowwise;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.Keys;
import io.pacelight.kit.state.Input;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.calendar.AttendanceCode;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonKeys;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attendance: one row a student, date and class, or the whole day where no class is named. A later row corrects. */
public final class ImportAttendance {
    private static final List<String> COLUMNS =
            List.of("student", "studentSourcedId", "date", "classSourcedId", "code", "minutes");
    private static final Map<String, String> ALIASES =
            Map.of("class", "classSourcedId", "status", "code", "minutesmissed", "minutes");
    private static final int DAY = 24 * 60;

    /** A row whose own cells are good; who is meant is not known yet. */
    private record Waiting(
            Row row,
            String student,
            boolean byKey,
            LocalDate date,
            @Nullable String classId,
            AttendanceStatus status,
            @Nullable Integer minutes) {}

    private final Desk desk;
    private final Rows rows;
    private final List<Waiting> waiting = new ArrayList<>();

    private ImportAttendance(Desk desk, CsvText text) {
        this.desk = desk;
        this.rows = new Rows(text, COLUMNS, List.of("date", "code"), ALIASES);
    }

    public static RowReport run(Desk desk, CsvText text) {
        ImportAttendance run = new ImportAttendance(desk, text);
        run.rows.read(run::read);
        run.flush();
        return run.rows.report();
    }

    private void read(Row row) {
        boolean byKey = !row.get("student").isBlank();
        Optional<String> student = rows.id(row, byKey ? "student" : "studentSourcedId");
        Optional<LocalDate> date = rows.date(row, "date");
        Optional<AttendanceCode> code = AttendanceCode.read(row.get("code"));
        if (code.isEmpty()) {
            rows.bad(
                    row,
                    "code",
                    "unknown-code",
                    "code '%s' is not known; write PRESENT, ABSENT, TARDY (with minutes) or EXCLUDED."
                            .formatted(Cells.shown(row.get("code"))));
        }
        Integer minutes = minutes(row);
        if (code.isPresent() && code.get() == AttendanceCode.PRESENT && minutes != null && minutes > 0) {
            rows.bad(
                    row,
                    "minutes",
                    "minutes",
                    "minutes says how many were missed, but the code says present; write TARDY or leave minutes empty.");
        }
        String classId = row.orNull("classSourcedId");
        if (classId != null) {
            rows.id(row, "classSourcedId");
        }
        if (!rows.rowIsGood() || student.isEmpty() || date.isEmpty() || code.isEmpty()) {
            return;
        }
        AttendanceStatus status =
                switch (code.get()) {
                    case PRESENT -> AttendanceStatus.PRESENT;
                    case ABSENT -> AttendanceStatus.ABSENT;
                    case EXCLUDED -> AttendanceStatus.EXCLUDED;
                    case LATE -> minutes == null ? AttendanceStatus.PRESENT : AttendanceStatus.ABSENT;
                };
        Integer missed = status == AttendanceStatus.PRESENT ? null : minutes;
        waiting.add(new Waiting(row, student.get(), byKey, date.get(), classId, status, missed));
        if (waiting.size() >= Desk.BATCH) {
            flush();
        }
    }

    private @Nullable Integer minutes(Row row) {
        String value = row.get("minutes").strip();
        if (value.isEmpty()) {
            return null;
        }
        if (value.matches("\\d{1,4}") && Integer.parseInt(value) <= DAY) {
            return Integer.valueOf(value);
        }
        rows.bad(
                row,
                "minutes",
                "minutes",
                "minutes '%s' is not a whole number from 0 to %d.".formatted(Cells.shown(value), DAY));
        return null;
    }

    private void flush() {
        Map<String, Person> people = people();
        List<Input<At<AttendanceRecorded>>> inputs = new ArrayList<>();
        for (Waiting one : waiting) {
            Person person = people.get((one.byKey() ? "key " : "id ") + one.student());
            PersonKeys keys = person == null ? null : person.keys();
            if (person == null || keys == null || !person.everStudent()) {
                rows.refuseLater(
                        one.row(),
                        one.byKey() ? "student" : "studentSourcedId",
                        "unknown-student",
                        "student '%s' is not in the roster.".formatted(Cells.shown(one.student())));
            } else if (enrolled(one, person)) {
                AttendanceRecorded fact = new AttendanceRecorded(
                        desk.district(), keys.student(), one.date(), one.classId(), one.status(), one.minutes());
                inputs.add(desk.input(
                        Keys.of(
                                desk.district(),
                                keys.student(),
                                YearMonth.from(one.date()).toString()),
                        fact,
                        one.row().number()));
            }
        }
        rows.changed(desk.records().attendance().change(inputs));
        waiting.clear();
    }

    private boolean enrolled(Waiting one, Person person) {
        String classId = one.classId();
        if (classId == null
                || person.enrolments().values().stream()
                        .filter(EnrolmentFact::isStudent)
                        .anyMatch(enrolment -> enrolment.classId().equals(classId))) {
            return true;
        }
        rows.refuseLater(
                one.row(),
                "classSourcedId",
                "not-enrolled",
                "student '%s' was never in class '%s'; correct one of them, or leave the class empty for the whole day."
                        .formatted(Cells.shown(one.student()), Cells.shown(classId)));
        return false;
    }

    /** Who is meant, by what the rows say: {@code key } or {@code id } and the value. */
    private Map<String, Person> people() {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        waiting.forEach(one -> (one.byKey() ? keys : ids).add(one.student()));
        Map<String, String> byKey = desk.records().keys().sourcedIdsOfStudents(desk.district(), keys);
        Set<String> documents = new LinkedHashSet<>();
        ids.forEach(id -> documents.add(DocumentId.of(desk.district(), id)));
        byKey.values().forEach(id -> documents.add(DocumentId.of(desk.district(), id)));
        Map<String, Person> people = new HashMap<>();
        desk.records().people().load(documents).values().forEach(person -> {
            people.put("id " + person.sourcedId(), person);
            PersonKeys own = person.keys();
            if (own != null) {
                people.put("key " + own.student(), person);
            }
        });
        return people;
    }
}
