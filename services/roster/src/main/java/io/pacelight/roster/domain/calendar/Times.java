package io.pacelight.roster.domain.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads wall-clock times of bell schedules. */
public final class Times {
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern TWELVE = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*([AP])\\.?M\\.?");
    private static final Pattern SHORT = Pattern.compile("(\\d):(\\d{2})(?::\\d{2})?");

    private Times() {}

    /** A time written HH:MM or HH:MM:SS on the 24-hour clock. */
    public static Optional<LocalTime> read(String value) {
        if (!TIME.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(value));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** How the value ought to be written, or an empty string when that can't be guessed. */
    public static String meant(String value) {
        String text = value.strip().toUpperCase(Locale.ROOT);
        Matcher twelve = TWELVE.matcher(text);
        if (twelve.matches()) {
            int hour = Integer.parseInt(twelve.group(1)) % 12 + (twelve.group(3).equals("P") ? 12 : 0);
            return "%02d:%s".formatted(hour, twelve.group(2));
        }
        Matcher oneDigit = SHORT.matcher(text);
        return oneDigit.matches() ? "0%s:%s".formatted(oneDigit.group(1), oneDigit.group(2)) : "";
    }
}
