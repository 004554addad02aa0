package io.pacelight.roster.domain.oneroster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cells strictly and guesses what a wrong one was meant to be. */
public final class Cells {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern DATE_AND_MORE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ].*");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private Cells() {}

    /** A calendar date written YYYY-MM-DD between the years 1900 and 2200, or nothing. */
    public static Optional<LocalDate> date(String value) {
        if (!DATE.matcher(value).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(value);
            return date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR
                    ? Optional.empty()
                    : Optional.of(date);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** What to tell about a value that is not a date, beginning with "is not …". */
    public static String whyNoDate(String value) {
        if (DATE.matcher(value).matches()) {
            return "is not a day of the calendar between the years 1900 and 2200.";
        }
        return "is not YYYY-MM-DD."
                + meantDate(value).map(d -> " Write it as " + d + ".").orElse(" Write it like 2026-08-24.");
    }

    private static Optional<LocalDate> meantDate(String value) {
        Matcher slashed = SLASHED.matcher(value.strip());
        if (slashed.matches()) {
            int first = Integer.parseInt(slashed.group(1));
            int second = Integer.parseInt(slashed.group(2));
            boolean dayFirst = value.indexOf('.') > 0 || first > 12;
            return date(
                    "%s-%02d-%02d".formatted(slashed.group(3), dayFirst ? second : first, dayFirst ? first : second));
        }
        Matcher longer = DATE_AND_MORE.matcher(value.strip());
        if (longer.matches()) {
            return date(longer.group(1));
        }
        Matcher compact = COMPACT.matcher(value.strip());
        if (compact.matches()) {
            return date("%s-%s-%s".formatted(compact.group(1), compact.group(2), compact.group(3)));
        }
        return date(value.strip());
    }

    /** An instant such as 2022-01-10T06:00:00.000Z, with any offset; without one it is taken as UTC. */
    public static Optional<Instant> instant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException noOffset) {
            try {
                return Optional.of(LocalDateTime.parse(value).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException noTime) {
                return Optional.empty();
            }
        }
    }

    /** The words true and false, as the standard writes them. */
    public static Optional<Boolean> flag(String value) {
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** A value shortened and with control characters made visible, for a message. */
    public static String shown(String value) {
        String text = value.length() > 60 ? value.substring(0, 57) + "…" : value;
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' || c == '\uFFFF' ? '?' : c);
            }
        }
        return out.toString();
    }
}
