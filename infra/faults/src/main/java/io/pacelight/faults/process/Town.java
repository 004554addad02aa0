package io.pacelight.faults.process;

import io.pacelight.simulator.District;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.learning.Attempt;
import io.pacelight.simulator.school.School;
import io.pacelight.simulator.school.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/** The simulated district that the suite runs: who is in it, what they are to learn, and what they did. */
final class Town {
    /** A Monday ten weeks into the year, before school. */
    static final LocalDate TODAY = LocalDate.of(2026, 10, 26);

    /** About how many attempts a student makes in the ten weeks before. */
    private static final int ATTEMPTS_EACH = 150;

    private static final int FEWEST = 120;

    private final District district;
    private final List<Attempt> attempts;

    private Town(District district, List<Attempt> attempts) {
        this.district = district;
        this.attempts = attempts;
    }

    /** A district just large enough that its first ten weeks hold so many attempts. */
    static Town of(long seed, int attempts) {
        for (int students = Math.max(FEWEST, attempts / ATTEMPTS_EACH); ; students += students / 4) {
            District district = District.of(seed, students);
            List<Attempt> made =
                    district.attempts(Instant.EPOCH, begins()).limit(attempts).toList();
            if (made.size() == attempts) return new Town(district, made);
        }
    }

    /** Where the school clock begins. */
    static Instant begins() {
        return District.startOf(TODAY).plusSeconds(8 * 3600);
    }

    District district() {
        return district;
    }

    List<Attempt> attempts() {
        return attempts;
    }

    School schoolOf(int student) {
        return district.schoolOf(student);
    }

    /** Brings everybody and everything but the attempts in through the API. */
    void load(Http roster) {
        importRoster(roster, bytes(district::writeOneRoster));
        csv(roster, "/api/roster/v1/calendars", district::writeCalendar);
        csv(roster, "/api/roster/v1/bell-schedules", district::writeBellSchedule);
        csv(roster, "/api/roster/v1/competencies", district::writeCompetencies);
        csv(roster, "/api/roster/v1/prerequisites", district::writePrerequisites);
        for (Course course : district.map().courses())
            roster.put("/api/roster/v1/courses/" + course.id() + "/pathway", district.pathwayJson(course));
    }

    /** Pacing plans for the classes from {@code first} on, up to {@code count} of them. */
    void plans(Http roster, int first, int count) {
        List<Section> sections = district.sections();
        for (Section section :
                sections.subList(Math.min(first, sections.size()), Math.min(first + count, sections.size())))
            roster.put("/api/roster/v1/classes/" + section.id() + "/pacing-plan", district.pacingPlanJson(section));
    }

    /** The roster once more, with the grades of some students changed: what changes depends on {@code wave} alone. */
    void changeSomebody(Http roster, int wave) {
        importRoster(roster, rewritten(bytes(district::writeOneRoster), wave));
    }

    private static void importRoster(Http roster, byte[] zip) {
        JsonNode accepted = roster.upload("/api/roster/v1/imports", "town.zip", zip);
        String path = "/api/roster/v1/imports/" + accepted.path("id").asString();
        while (true) {
            JsonNode report = roster.get(path);
            String state = report.path("state").asString("");
            if (state.equals("DONE")) return;
            if (!List.of("QUEUED", "CHECKING", "APPLYING").contains(state))
                throw new IllegalStateException("the roster was not taken: " + report);
            Pause.millis(100);
        }
    }

    private static byte[] rewritten(byte[] zip, int wave) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream rewritten = new ZipOutputStream(out)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                byte[] content = in.readAllBytes();
                rewritten.putNextEntry(new ZipEntry(entry.getName()));
                rewritten.write(entry.getName().equals("users.csv") ? regraded(content, wave) : content);
                rewritten.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Every tenth row, beginning with {@code wave}, gets a grade more. */
    private static byte[] regraded(byte[] users, int wave) {
        String[] lines = new String(users, StandardCharsets.UTF_8).lines().toArray(String[]::new);
        List<String> header = List.of(lines[0].split(",", -1));
        int grades = header.indexOf("grades");
        if (grades < 0) throw new IllegalStateException("users.csv has no grades: " + header);
        StringBuilder out = new StringBuilder(lines[0]).append('\n');
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            boolean plain = cells.length == header.size() && !cells[grades].isEmpty();
            if (plain && i % 10 == wave % 10) cells[grades] = wave % 20 < 10 ? "12" : "11";
            out.append(String.join(",", cells)).append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static void csv(Http roster, String path, Writing writing) {
        JsonNode answer = roster.post(path, "text/csv", bytes(writing));
        if (answer.path("refused").asInt(0) > 0) throw new IllegalStateException(path + " refused rows: " + answer);
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
