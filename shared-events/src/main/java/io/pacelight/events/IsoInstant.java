package io.pacelight.events;

import java.time.Instant;
import java.time.LocalDate;

/** Reads an instant of the form that we write by hand, since {@link Instant#parse} alone takes half of an event's time. */
public final class IsoInstant {
    private static final int WITHOUT_FRACTION = "2026-01-01T00:00:00Z".length();
    private static final int WITH_NANOSECONDS = WITHOUT_FRACTION + ".123456789".length();

    private IsoInstant() {}

    /** Takes what {@link Instant#parse} takes and gives the same; a {@link java.time.DateTimeException} for anything else. */
    public static Instant parse(String text) {
        if (!hasOurForm(text)) return Instant.parse(text);
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nano = text.length() == WITHOUT_FRACTION ? 0 : number(text, 20, text.length() - 1);
        boolean onlyDigits = (year | month | day | hour | minute | second | nano) >= 0;
        if (!onlyDigits || hour > 23 || minute > 59 || second > 59) return Instant.parse(text);
        for (int length = text.length(); length < WITH_NANOSECONDS; length++) nano *= 10;
        long seconds = ((LocalDate.of(year, month, day).toEpochDay() * 24 + hour) * 60 + minute) * 60 + second;
        return Instant.ofEpochSecond(seconds, nano);
    }

    private static boolean hasOurForm(String text) {
        int length = text.length();
        return (length == WITHOUT_FRACTION
                        || (length > WITHOUT_FRACTION + 1 && length <= WITH_NANOSECONDS && text.charAt(19) == '.'))
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z';
    }

    /** The digits from {@code from} to before {@code to}; negative if there is anything else. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }
}
