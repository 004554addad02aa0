package io.pacelight.roster.adapter.in.web;

import io.pacelight.kit.web.Refused;
import io.pacelight.roster.adapter.in.csv.StrictCsv;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.rowwise.ImportAttendance;
import io.pacelight.roster.application.rowwise.ImportBellSchedule;
import io.pacelight.roster.application.rowwise.ImportCalendar;
import io.pacelight.roster.application.rowwise.ImportCompetencies;
import io.pacelight.roster.application.rowwise.ImportCrosswalk;
import io.pacelight.roster.application.rowwise.ImportPrerequisites;
import io.pacelight.roster.application.rowwise.RowReport;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** CSV files whose rows stand alone: the good ones go in, the others are answered row by row. */
@RestController
@RequestMapping(
        path = "/api/roster/v1",
        consumes = {"text/csv", "application/csv", "text/plain", "application/octet-stream"})
public class RowFilesController {
    private final DataDesk desk;

    public RowFilesController(DataDesk desk) {
        this.desk = desk;
    }

    /** What became of a file; {@code changed} counts the things that are different now. */
    public record RowAnswer(
            String file,
            int received,
            int accepted,
            int refused,
            int leftAside,
            int changed,
            boolean complete,
            int errors,
            int warnings,
            List<ProblemRow> problems) {}

    /** Columns schoolSourcedId, date, instructional; optional bell, cycleDay. */
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping("/calendars")
    RowAnswer calendars(InputStream body) {
        return answer(ImportCalendar.run(desk.open(), csv("calendars.csv", body)));
    }

    /** Columns classSourcedId, dayRule, startTime, endTime; optional termSourcedId, period, bellScheduleName. */
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping("/bell-schedules")
    RowAnswer bellSchedules(InputStream body) {
        return answer(ImportBellSchedule.run(desk.open(), csv("bell-schedules.csv", body)));
    }

    /** Columns student or studentSourcedId, date, code; optional classSourcedId, minutes. */
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping("/attendance")
    RowAnswer attendance(InputStream body) {
        return answer(ImportAttendance.run(desk.open(), csv("attendance.csv", body)));
    }

    /** Columns code; optional name, statement, iCan, subjects, grade, domain, cluster. */
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping("/competencies")
    RowAnswer competencies(InputStream body, @RequestParam(defaultValue = "false") boolean replace) {
        return answer(ImportCompetencies.run(desk.open(), csv("competencies.csv", body), replace));
    }

    /** Columns from, to; optional kind, of which {@code kinds} picks some. */
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping("/prerequisites")
    RowAnswer prerequisites(
            InputStream body,
            @RequestParam(defaultValue = "") Set<String> kinds,
            @RequestParam(defaultValue = "false") boolean replace) {
        return answer(ImportPrerequisites.run(desk.open(), csv("prerequisites.csv", body), kinds, replace));
    }

    /** Columns from (another code set's code) and to (a competency). */
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @PostMapping("/crosswalks")
    RowAnswer crosswalks(InputStream body) {
        return answer(ImportCrosswalk.run(desk.open(), csv("crosswalks.csv", body)));
    }

    static CsvText csv(String name, InputStream body) {
        return new StrictCsv(name, () -> body);
    }

    private static RowAnswer answer(RowReport report) {
        if (report.isRefused()) {
            throw new Refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "Nothing was taken in",
                    "None of the %d rows was taken in. %s"
                            .formatted(
                                    report.received(),
                                    report.problems().getFirst().message()),
                    ProblemRow.refused(report.problems()));
        }
        return new RowAnswer(
                report.file(),
                report.received(),
                report.accepted(),
                report.refused(),
                report.leftAside(),
                report.changed(),
                report.complete(),
                report.errors(),
                report.warnings(),
                ProblemRow.of(report.problems()));
    }
}
