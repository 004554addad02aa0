package io.pacelight.simulator;

import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The command line: writes a whole district into a folder. */
public final class SimulateDistrict {
    static final String HELP = """
            Writes an invented school district into a folder: the same options give the same files.

              --students N   100 to 1000000 (1000)
              --seed N       a whole number (2026)
              --out DIR      where to write; made if it is not there
              --from DATE    first day of attempts and absences (2026-08-17)
              --to DATE      last day of attempts and absences (2027-05-28)
              --help         this text

            Files: oneroster.zip, school-calendar.csv, bell-schedule.csv, attendance.csv, competencies.csv,
            prerequisites.csv, pathways/COURSE.json, pacing-plans/CLASS.json, attempts.csv, demo-users.json
            """;

    private SimulateDistrict() {}

    public static void main(String[] args) {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) System.exit(status);
    }

    /** Exit status 0 if all is written, 2 if an option is wrong, 1 if the folder can't be written. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        try {
            Options options = Options.of(args);
            write(options, out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + " See --help.");
            return 2;
        } catch (IOException e) {
            err.println("Can't write: " + e.getMessage());
            return 1;
        }
    }

    /** What was asked for. */
    record Options(int students, long seed, Path out, LocalDate from, LocalDate to) {
        static Options of(List<String> args) {
            Options options = new Options(
                    Districts.TOWN.students(), Districts.SEED, Path.of(""), SchoolYear.FIRST_DAY, SchoolYear.LAST_DAY);
            for (int i = 0; i < args.size(); i += 2) {
                String name = args.get(i);
                if (i + 1 == args.size()) throw new IllegalArgumentException(name + " needs a value.");
                options = options.with(name, args.get(i + 1));
            }
            if (options.out.toString().isEmpty()) throw new IllegalArgumentException("--out DIR is missing.");
            return options;
        }

        private Options with(String name, String value) {
            try {
                return switch (name) {
                    case "--students" -> new Options(Integer.parseInt(value), seed, out, from, to);
                    case "--seed" -> new Options(students, Long.parseLong(value), out, from, to);
                    case "--out" -> new Options(students, seed, Path.of(value), from, to);
                    case "--from" -> new Options(students, seed, out, LocalDate.parse(value), to);
                    case "--to" -> new Options(students, seed, out, from, LocalDate.parse(value));
                    default -> throw new IllegalArgumentException("There is no option " + name + ".");
                };
            } catch (NumberFormatException | DateTimeException e) {
                throw new IllegalArgumentException(name + " can't be '" + value + "'.", e);
            }
        }
    }

    private static void write(Options options, PrintStream out) throws IOException {
        District district = District.of(options.seed(), options.students());
        Path folder = Files.createDirectories(options.out());
        file(folder, "oneroster.zip", district::writeOneRoster, out);
        file(folder, "school-calendar.csv", district::writeCalendar, out);
        file(folder, "bell-schedule.csv", district::writeBellSchedule, out);
        file(folder, "attendance.csv", to -> district.writeAttendance(to, options.from(), options.to()), out);
        file(folder, "competencies.csv", district::writeCompetencies, out);
        file(folder, "prerequisites.csv", district::writePrerequisites, out);
        Path pathways = Files.createDirectories(folder.resolve("pathways"));
        for (Course course : district.map().courses()) {
            Files.writeString(pathways.resolve(course.id() + ".json"), district.pathwayJson(course));
        }
        Path plans = Files.createDirectories(folder.resolve("pacing-plans"));
        for (Section section : district.sections()) {
            Files.writeString(plans.resolve(section.id() + ".json"), district.pacingPlanJson(section));
        }
        Files.writeString(folder.resolve("demo-users.json"), DemoUser.json(district.demoUsers()));
        file(
                folder,
                "attempts.csv",
                to -> district.writeAttempts(
                        to,
                        District.startOf(options.from()),
                        District.startOf(options.to().plusDays(1))),
                out);
        out.println(district.students() + " students, " + district.schools().size() + " schools and "
                + district.sections().size() + " classes are in " + folder);
    }

    private static void file(Path folder, String name, Content content, PrintStream out) throws IOException {
        out.println("writing " + name);
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16)) {
            content.writeTo(to);
        }
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
