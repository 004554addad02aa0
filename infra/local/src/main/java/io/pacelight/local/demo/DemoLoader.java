package io.pacelight.local.demo;

import io.pacelight.simulator.District;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Brings the simulated district in through the public API: people, calendar, curriculum, the year so far. Each step is
 * done once; one that a kill interrupted is done again, which changes nothing that is already there.
 */
final class DemoLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final String CSV = "text/csv";
    private static final String DONE = "DONE";
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "CHECKING", "APPLYING", "UPLOADING", "RUNNING");
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final int DAYS_AT_ONCE = 14;

    private final District district;
    private final Api api;
    private final DemoProgress progress;
    private final Consumer<String> say;

    /** Writes one of the simulator's files. */
    private interface File {
        void writeTo(OutputStream out) throws IOException;
    }

    DemoLoader(District district, Api api, DemoProgress progress, Consumer<String> say) {
        this.district = district;
        this.api = api;
        this.progress = progress;
        this.say = say;
    }

    /** Loads all that happened before {@code today}. */
    void load(Instant today) {
        once("roster", "%,d students, their teachers and classes".formatted(district.students()), this::roster);
        once("calendar", "calendar and bell schedule", () -> {
            csv("/api/roster/v1/calendars", district::writeCalendar);
            csv("/api/roster/v1/bell-schedules", district::writeBellSchedule);
        });
        once("curriculum", "competencies, prerequisites and pathways", this::curriculum);
        once("attendance", "absences since August", () -> absences(today));
        once("attempts", "attempts since August", () -> attempts(today));
        once("plans", "pacing plans of %d classes".formatted(district.sections().size()), this::plans);
    }

    private void roster() {
        awaitImport(
                api.upload("/api/roster/v1/imports", "cedar-reach-oneroster.zip", bytes(district::writeOneRoster)),
                "/api/roster/v1/imports/");
    }

    private void curriculum() {
        csv("/api/roster/v1/competencies", district::writeCompetencies);
        csv("/api/roster/v1/prerequisites", district::writePrerequisites);
        for (Course course : district.map().courses()) {
            api.put("/api/roster/v1/courses/" + course.id() + "/pathway", district.pathwayJson(course));
        }
    }

    private void absences(Instant today) {
        LocalDate last = DemoSchool.dayOf(today).minusDays(1);
        csv("/api/roster/v1/attendance", out -> district.writeAttendance(out, SchoolYear.FIRST_DAY, last));
        progress.attended(last);
    }

    private void attempts(Instant today) {
        Instant from = progress.fedUntil().orElse(District.startOf(SchoolYear.FIRST_DAY));
        while (from.isBefore(today)) {
            Instant until = District.startOf(DemoSchool.dayOf(from).plusDays(DAYS_AT_ONCE));
            send(from, until.isBefore(today) ? until : today);
            from = until.isBefore(today) ? until : today;
            progress.fed(from);
        }
        awaitLedger();
    }

    /** Sends again what is refused only because the roster has not yet reached the service that takes attempts. */
    void send(Instant from, Instant until) {
        byte[] csv = bytes(out -> district.writeAttempts(out, from, until));
        Instant patience = Instant.now().plus(CATCH_UP);
        while (true) {
            JsonNode report = awaitImport(
                    api.post("/api/assessment/v1/attempt-batches", CSV, csv), "/api/assessment/v1/attempt-batches/");
            int refused = report.path("refused").asInt(0);
            if (refused == 0) {
                return;
            }
            if (Instant.now().isAfter(patience)) {
                LOG.atWarn()
                        .addKeyValue("refused", refused)
                        .addKeyValue("first", report.path("problems").path(0).toString())
                        .log("attempts of the demo were refused");
                say.accept("    %,d attempts were refused; the log says why".formatted(refused));
                return;
            }
            Api.pause(500);
        }
    }

    private void plans() {
        for (Section section : district.sections()) {
            api.put("/api/roster/v1/classes/" + section.id() + "/pacing-plan", district.pacingPlanJson(section));
        }
    }

    private void csv(String path, File file) {
        JsonNode answer = api.post(path, CSV, bytes(file));
        if (answer.path("refused").asInt(0) > 0) {
            LOG.atWarn()
                    .addKeyValue("path", path)
                    .addKeyValue("refused", answer.path("refused").asInt())
                    .addKeyValue("first", answer.path("problems").path(0).toString())
                    .log("rows of the demo were refused");
        }
    }

    private JsonNode awaitImport(JsonNode accepted, String path) {
        String id = accepted.path("id").asString();
        while (true) {
            JsonNode report = api.get(path + id);
            String state = report.path("state").asString("");
            if (!UNDER_WAY.contains(state) && !state.equals(DONE)) {
                throw new IllegalStateException("the demo was not taken in (%s): %s, %s"
                        .formatted(path, state, report.path("problems").path(0)));
            }
            if (state.equals(DONE)) {
                return report;
            }
            Api.pause(100);
        }
    }

    /** Waits until the attempts have reached the reports, so that plans judge the state of today. */
    private void awaitLedger() {
        Instant patience = Instant.now().plus(CATCH_UP);
        String id = api.get("/api/reporting/v1/me").path("district").path("id").asString("");
        while (Instant.now().isBefore(patience)) {
            JsonNode ledger = api.get("/api/reporting/v1/districts/" + id).path("ledger");
            if (ledger.path("attempts").asLong(0) > 0
                    && ledger.path("imbalance").asLong(-1) == 0) {
                return;
            }
            Api.pause(500);
        }
        LOG.atWarn().log("the reports have not caught up with the demo's attempts");
    }

    private void once(String step, String what, Runnable doing) {
        if (progress.done(step)) {
            return;
        }
        long before = System.nanoTime();
        doing.run();
        progress.markDone(step);
        say.accept("  %-45s%4.1f s".formatted(what, (System.nanoTime() - before) / 1e9));
    }

    private static byte[] bytes(File file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
