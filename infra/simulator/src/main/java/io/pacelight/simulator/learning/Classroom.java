package io.pacelight.simulator.learning;

import io.pacelight.simulator.curriculum.Competency;
import io.pacelight.simulator.curriculum.CompetencyMap;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.curriculum.PacingPlan;
import io.pacelight.simulator.learning.Attempt.Kind;
import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import io.pacelight.simulator.school.Absences;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Student;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a meeting of a class: a check near its start, guided practice in the middle, a demonstration towards the end, each only
 * for some. In the first week there are diagnostics of what earlier grades should have brought. A learner goes to the next competency
 * when two of the last three demonstrations succeeded, or leaves it after many meetings without.
 */
final class Classroom {
    /** The moments of a meeting at which attempts happen. */
    static final int SLOTS = 3;

    private static final int CHECK = 1;
    private static final int PRACTICE = 2;
    private static final int DEMONSTRATION = 4;
    private static final int DIAGNOSTIC = 8;

    private static final int DIAGNOSTIC_DAYS = 2;
    private static final int FORMS_BEFORE_REVISIT = 20;
    private static final int POINTS = 10;
    private static final int TEST_POINTS = 20;
    private static final int BEHIND = 2;
    private static final int AHEAD = 2;
    private static final double ZEAL_WHEN_AHEAD = 0.55;
    private static final List<String> FORMATS = List.of("written", "oral", "project", "video", "performance");
    private static final List<String> DATES = SchoolYear.meetingDays().stream()
            .map(day -> day.format(DateTimeFormatter.BASIC_ISO_DATE))
            .toList();

    private final long seed;
    private final Learner learner;
    private final Absences absences;
    private final List<List<String>> diagnosed;
    private final Progress progress;

    Classroom(long seed, CompetencyMap map, int seats) {
        this.seed = seed;
        this.learner = new Learner(seed);
        this.absences = new Absences(seed);
        this.diagnosed = map.courses().stream().map(map::diagnosedIn).toList();
        this.progress = new Progress(seats);
    }

    /** How many competencies of the plan are due at the start of each meeting day. */
    static byte[] dueByDay(PacingPlan plan) {
        List<LocalDate> days = SchoolYear.meetingDays();
        byte[] due = new byte[days.size()];
        int minutes = 0;
        for (int day = 0; day < due.length; day++) {
            due[day] = (byte) plan.due(minutes);
            minutes += Bells.Variant.on(days.get(day).getDayOfWeek()).minutes();
        }
        return due;
    }

    /** The student comes (or not), learns (or not), and it is settled what to do today. Must precede the slots of the day. */
    void begin(int seat, int student, Section section, int day, int due) {
        progress.agenda(seat, 0);
        if (day == 0 || progress.isFinished(seat) || absences.isAbsent(student, day)) return;
        Course course = section.course();
        int subject = course.subject().letter();
        if (day <= DIAGNOSTIC_DAYS && !diagnosed.get(course.number()).isEmpty()) {
            progress.agenda(seat, DIAGNOSTIC);
            return;
        }
        if (learner.isIdle(student, subject, day)) return;
        Competency competency = course.at(progress.position(seat));
        if (isHopeless(seat, competency)) {
            progress.leave(seat);
            if (progress.isFinished(seat)) return;
            competency = course.at(progress.position(seat));
        }
        boolean retaught = progress.isRevisiting(seat);
        if (progress.attend(seat) && !retaught && learner.knowsBefore(student, course.number(), competency)) {
            progress.learn(seat);
        }
        Draw draw = Draw.about(Topic.MEETING, seed, entity(student, subject), day);
        boolean helped = due - progress.frontier(seat) >= BEHIND;
        if (draw.chance(learner.learns(student, section, competency, helped, retaught))) progress.learn(seat);
        double zeal = progress.frontier(seat) - due >= AHEAD ? ZEAL_WHEN_AHEAD : 1;
        int agenda = 0;
        if (draw.chance(0.55 * zeal)) agenda |= CHECK;
        if (draw.chance(progress.knows(seat) ? 0.08 : 0.25)) agenda |= PRACTICE;
        boolean ready = progress.hasPassedCheck(seat) || progress.meetings(seat) >= 6;
        int pause = progress.hasFailedLast(seat) ? 2 : 1;
        boolean rested = progress.demonstrations(seat) == 0 || progress.meetingsSinceDemonstration(seat) >= pause;
        if (ready && rested && draw.chance(0.8 * zeal)) agenda |= DEMONSTRATION;
        progress.agenda(seat, agenda);
    }

    /** The attempt that the student makes in a slot of the day, if any. */
    @Nullable
    Attempt attempt(int seat, int student, Section section, int day, int slot, long second) {
        int agenda = progress.agenda(seat);
        if (agenda == 0) return null;
        if (agenda == DIAGNOSTIC) return diagnostic(student, section, day, slot, second);
        if ((agenda & 1 << slot) == 0) return null;
        Competency competency = section.course().at(progress.position(seat));
        Draw draw = results(student, section, day, slot);
        boolean known = progress.knows(seat);
        boolean demonstration = slot == 2;
        boolean assisted = slot == 1 || (demonstration && draw.chance(0.04));
        boolean success = learner.succeeds(draw, known || (slot == 1 && draw.chance(0.5)), demonstration);
        int level = learner.level(draw, success, known);
        String id = id(student, section, day, slot);
        Instant at = Instant.ofEpochSecond(second);
        int again = progress.isRevisiting(seat) ? FORMS_BEFORE_REVISIT : 0;
        if (!demonstration) {
            if (success && slot == 0) progress.passCheck(seat);
            String form = competency.code() + (slot == 0 ? "-C" : "-P") + (progress.meetings(seat) + again);
            String context = section.course().title() + (slot == 0 ? ": check" : ": practice");
            int points = points(draw, level, POINTS);
            return formative(
                    id, student, competency.code(), Kind.FORMATIVE, points, at, form, context, assisted, section);
        }
        int number = progress.demonstrations(seat) + again;
        String form = competency.code() + "-F" + (number + 1);
        String format = FORMATS.get(number % FORMATS.size());
        List<String> tasks = section.course().subject().tasks();
        String context = section.course().title() + ": " + tasks.get(number % tasks.size());
        boolean test = number % FORMATS.size() == 0;
        if (progress.demonstrate(seat, success && !assisted)) progress.moveOn(seat);
        return new Attempt(
                id,
                Student.id(student),
                competency.code(),
                Kind.SUMMATIVE,
                test ? Integer.valueOf(points(draw, level, TEST_POINTS)) : null,
                test ? Integer.valueOf(TEST_POINTS) : null,
                test ? null : Integer.valueOf(level),
                at,
                form,
                format,
                context,
                assisted,
                section.teacher(),
                section.id());
    }

    private @Nullable Attempt diagnostic(int student, Section section, int day, int slot, long second) {
        List<String> codes = diagnosed.get(section.course().number());
        int number = (day - 1) * SLOTS + slot;
        if (number >= codes.size()) return null;
        Draw draw = results(student, section, day, slot);
        boolean known = draw.chance(Math.clamp(0.8 * learner.pace(student), 0.4, 0.97));
        int level = learner.level(draw, learner.succeeds(draw, known, false), known);
        return formative(
                id(student, section, day, slot),
                student,
                codes.get(number),
                Kind.DIAGNOSTIC,
                points(draw, level, POINTS),
                Instant.ofEpochSecond(second),
                codes.get(number) + "-D1",
                section.course().title() + ": start of year",
                false,
                section);
    }

    private static Attempt formative(
            String id,
            int student,
            String competency,
            Kind kind,
            int points,
            Instant at,
            String form,
            String context,
            boolean assisted,
            Section section) {
        return new Attempt(
                id,
                Student.id(student),
                competency,
                kind,
                points,
                POINTS,
                null,
                at,
                form,
                FORMATS.getFirst(),
                context,
                assisted,
                section.teacher(),
                section.id());
    }

    private boolean isHopeless(int seat, Competency competency) {
        int patience = progress.isRevisiting(seat) ? 9 : competency.effort() >= 3 ? 15 : 18;
        return progress.meetings(seat) >= patience;
    }

    /** Points of {@code most} that the usual cuts of 60, 80 and 95 percent turn into the level. */
    private static int points(Draw draw, int level, int most) {
        int low =
                switch (level) {
                    case 1 -> most / 5;
                    case 2 -> most * 3 / 5;
                    case 3 -> most * 4 / 5;
                    default -> most;
                };
        int width = level == 1 ? most * 2 / 5 : level == 4 ? 1 : most / 10;
        return low + draw.below(width);
    }

    private Draw results(int student, Section section, int day, int slot) {
        return Draw.about(
                Topic.RESULT, seed, entity(student, section.course().subject().letter()), day * 4L + slot);
    }

    private static long entity(int student, int subject) {
        return student * 256L + subject;
    }

    private static String id(int student, Section section, int day, int slot) {
        return "SIM-" + Student.id(student).substring(2) + "-"
                + section.course().subject().letter() + DATES.get(day) + "-" + (slot + 1);
    }
}
