package io.pacelight.intervention.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence, without a name, why a conference is due. */
final class WhyNow {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    private WhyNow() {}

    static String sentence(StudentWatch watch, Reason first, List<Reason> open, @Nullable ClassTime time, Instant now) {
        ZoneId zone = time == null ? ZoneOffset.UTC : time.zone();
        Standing standing = first.competency() == null ? null : watch.standing(first.competency());
        int attempts = standing == null ? 0 : standing.attempts();
        int missed = 0;
        for (Reason reason : open) if (reason.isPacing()) missed++;
        return switch (first.cause()) {
            case BROKEN_PROMISE ->
                "The next step promised for " + day(first.dueAt().minusSeconds(1), now, zone) + " has not happened.";
            case HELP -> "Asked for help " + day(first.struckAt(), now, zone) + ".";
            case WHEEL_SPINNING -> counted(attempts, "attempt") + ", never three right in a row." + alsoMissed(missed);
            case STRUGGLING -> "Still trying, but no step forward " + idle(first, time, now) + "." + alsoMissed(missed);
            case IDLE -> "No attempt " + idle(first, time, now) + "." + alsoMissed(missed);
            case PACING -> pacing(first, missed, attempts, now, zone);
        };
    }

    private static String pacing(Reason first, int missed, int attempts, Instant now, ZoneId zone) {
        if (missed > 1) return counted(missed, "target") + " passed, the first " + day(first.dueAt(), now, zone) + ".";
        String soFar = attempts == 0 ? "no attempt yet." : "not yet mastered after " + lower(attempts, "attempt") + ".";
        return "Target passed " + day(first.dueAt(), now, zone) + "; " + soFar;
    }

    private static String alsoMissed(int missed) {
        return missed == 0 ? "" : " " + counted(missed, "target") + " passed as well.";
    }

    private static String idle(Reason reason, @Nullable ClassTime time, Instant now) {
        if (time == null) return "for a while";
        int meetings = time.meetingsBetween(reason.since(), now);
        Duration length = time.between(reason.since(), now);
        if (meetings < 2) return "for " + hours(length);
        return "for " + meetings + " meetings (" + hours(length) + ")";
    }

    static String hours(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 90) return minutes + " class minutes";
        long tenths = Math.round(minutes / 6.0);
        return tenths % 10 == 0 ? tenths / 10 + " class hours" : tenths / 10 + "." + tenths % 10 + " class hours";
    }

    private static String day(Instant then, Instant now, ZoneId zone) {
        LocalDate date = then.atZone(zone).toLocalDate();
        long ago = ChronoUnit.DAYS.between(date, now.atZone(zone).toLocalDate());
        if (ago <= 0) return "today";
        if (ago == 1) return "yesterday";
        return ago < 7 ? "on " + WEEKDAY.format(date) : "on " + DATE.format(date);
    }

    private static String counted(int count, String thing) {
        return switch (count) {
            case 1 -> "One " + thing;
            case 2 -> "Two " + thing + "s";
            case 3 -> "Three " + thing + "s";
            default -> count + " " + thing + "s";
        };
    }

    private static String lower(int count, String thing) {
        return counted(count, thing).toLowerCase(Locale.ENGLISH);
    }
}
