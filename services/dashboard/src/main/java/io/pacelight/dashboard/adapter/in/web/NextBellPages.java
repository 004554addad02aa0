package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.domain.Cause;
import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.ConferenceQueue;
import io.pacelight.dashboard.domain.SharedGap;
import io.pacelight.dashboard.domain.Sparkline;
import io.pacelight.dashboard.domain.StackBar;
import io.pacelight.dashboard.domain.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the next-bell page out of what the services answered. */
@Component
class NextBellPages {

    private static final int MINUTES_EACH = 3;
    private static final double MASTERY = 3;

    private final Words words;

    NextBellPages(Words words) {
        this.words = words;
    }

    NextBellPage page(String classId, ReadPages.NextBell read, Visit visit) {
        ClassGrid grid = read.grid().orNull();
        ConferenceQueue queue = read.queue().orNull();
        Viewer viewer = visit.viewer().orNull();
        String title = grid == null
                ? viewer == null
                        ? null
                        : viewer.classWith(classId)
                                .map(Viewer.TaughtClass::title)
                                .orElse(null)
                : title(grid.schoolClass());
        return new NextBellPage(
                classId,
                title,
                eyebrow(grid, queue, visit),
                sub(grid, queue),
                queue == null ? null : queue(classId, queue, grid, null, null),
                grid == null ? null : side(classId, grid));
    }

    NextBellPage.Queue queue(
            String classId,
            ConferenceQueue queue,
            @Nullable ClassGrid grid,
            @Nullable String notice,
            @Nullable String focus) {
        List<NextBellPage.Row> first = rows(classId, queue.first(), grid, 1);
        List<NextBellPage.Row> rest = rows(classId, queue.rest(), grid, first.size() + 1);
        int minutes = queue.meeting() == null ? 0 : queue.meeting().minutes();
        return new NextBellPage.Queue(
                classId, first, rest, first.size() * MINUTES_EACH, minutes, namesFollow(queue, grid), notice, focus);
    }

    /** After a large import the queue can be ahead of the read model that has the names. */
    private static boolean namesFollow(ConferenceQueue queue, @Nullable ClassGrid grid) {
        return Stream.concat(queue.first().stream(), queue.rest().stream())
                .anyMatch(conference ->
                        grid == null || grid.student(conference.studentId()).isEmpty());
    }

    private List<NextBellPage.Row> rows(
            String classId, List<ConferenceQueue.Conference> conferences, @Nullable ClassGrid grid, int from) {
        List<NextBellPage.Row> rows = new ArrayList<>();
        for (ConferenceQueue.Conference conference : conferences) {
            rows.add(row(classId, conference, grid, from + rows.size()));
        }
        return rows;
    }

    private NextBellPage.Row row(
            String classId, ConferenceQueue.Conference conference, @Nullable ClassGrid grid, int number) {
        Optional<ClassGrid.Row> student = Optional.ofNullable(grid).flatMap(g -> g.student(conference.studentId()));
        String code = conference.competencies().isEmpty()
                ? null
                : conference.competencies().getFirst();
        List<Double> recent = code == null
                ? List.of()
                : student.flatMap(s -> s.cell(code)).map(ClassGrid.Cell::recent).orElse(List.of());
        int cut = lead(conference.whyNow());
        return new NextBellPage.Row(
                conference.id(),
                number,
                student.map(ClassGrid.Row::spokenName).orElseGet(() -> words.say("student.unnamed")),
                words.cause(conference.cause()),
                tag(conference.cause()),
                conference.whyNow().substring(0, cut),
                conference.whyNow().substring(cut),
                code == null || grid == null
                        ? null
                        : grid.competency(code).map(NextBellPages::iCan).orElse(null),
                code,
                code == null ? null : Links.cell(classId, conference.studentId(), code),
                Links.student(conference.studentId()),
                words.classTime(conference.stuckMinutes()),
                Sparkline.of(recent, MASTERY),
                sparkWords(recent),
                conference.state() == ConferenceQueue.Standing.STARTED,
                conference.startedBy(),
                conference.prefilledNextStep() == null ? "" : conference.prefilledNextStep());
    }

    NextBellPage.Side side(String classId, ClassGrid grid) {
        return new NextBellPage.Side(
                grid.currentUnit().orElse(null),
                StackBar.of(grid.summary().states()),
                grid.summary(),
                SharedGap.in(grid).orElse(null),
                Links.grid(classId));
    }

    private String eyebrow(@Nullable ClassGrid grid, @Nullable ConferenceQueue queue, Visit visit) {
        Viewer viewer = visit.viewer().orNull();
        Instant now = grid != null ? grid.now() : viewer != null ? viewer.now() : null;
        ZoneId zone = grid != null ? grid.zone() : visit.zone();
        if (now == null) {
            return "";
        }
        String day = words.day(now, zone);
        ConferenceQueue.Meeting meeting = queue == null ? null : queue.meeting();
        if (meeting == null) {
            return day;
        }
        String period = meeting.period() == null
                ? words.say("next.thisClass")
                : words.say("next.period", words.plain(meeting.period()));
        if (meeting.inProgress()) {
            long left = Math.max(0, Duration.between(now, meeting.endsAt()).toMinutes());
            return day + " · " + words.say("next.minutesLeft", period, left);
        }
        long until = Math.max(0, Duration.between(now, meeting.startsAt()).toMinutes());
        boolean sameDay = now.atZone(zone)
                .toLocalDate()
                .equals(meeting.startsAt().atZone(zone).toLocalDate());
        String when = until < 90
                ? words.say("next.startsIn", period, until)
                : sameDay
                        ? words.say("next.startsAt", period, words.time(meeting.startsAt(), zone))
                        : words.say(
                                "next.startsOn",
                                period,
                                words.day(meeting.startsAt(), zone),
                                words.time(meeting.startsAt(), zone));
        return day + " · " + when;
    }

    private String sub(@Nullable ClassGrid grid, @Nullable ConferenceQueue queue) {
        List<String> parts = new ArrayList<>();
        if (grid != null) {
            parts.add(words.say("count.students", grid.summary().studentCount()));
        }
        if (queue != null && queue.meeting() != null) {
            parts.add(words.say(
                    "next.timeFor", queue.meeting().minutes(), queue.first().size()));
        }
        return String.join(" · ", parts);
    }

    private String title(ClassGrid.SchoolClass schoolClass) {
        return schoolClass.room() == null || schoolClass.title().contains(schoolClass.room())
                ? schoolClass.title()
                : words.say("class.titleInRoom", schoolClass.title(), schoolClass.room());
    }

    private String sparkWords(List<Double> recent) {
        if (recent.isEmpty()) {
            return words.say("spark.none");
        }
        return words.say("spark.levels", recent.stream().map(words::level).collect(Collectors.joining(", ")));
    }

    private static String iCan(ClassGrid.Competency competency) {
        return competency.iCan() == null ? competency.name() : competency.iCan();
    }

    private static String tag(Cause cause) {
        return switch (cause) {
            case HELP, BROKEN_PROMISE -> "help";
            case WHEEL_SPINNING, STRUGGLING, IDLE, PACING -> "missed";
        };
    }

    /** Where the first clause of the sentence ends: it is what the eye should catch. */
    static int lead(String sentence) {
        for (int i = 0; i + 1 < sentence.length(); i++) {
            if (":;.".indexOf(sentence.charAt(i)) >= 0 && sentence.charAt(i + 1) == ' ') {
                return i + 1;
            }
        }
        return sentence.length();
    }
}
