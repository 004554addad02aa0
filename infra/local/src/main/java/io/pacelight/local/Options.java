package io.pacelight.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller asked for.
 *
 * @param students size of the demo district; null: as it is there, or {@value #DEFAULT_STUDENTS}
 * @param date where the school clock of an empty district begins; null: now
 * @param speed school seconds in one real second; null: 60 with the demo, 1 without
 */
public record Options(
        Path data,
        int port,
        @Nullable Integer students,
        @Nullable Integer speed,
        boolean demo,
        boolean fresh,
        @Nullable Instant date) {
    public static final int DEFAULT_PORT = 8080;
    public static final int DEFAULT_STUDENTS = 600;
    public static final int DEMO_SPEED = 60;
    private static final Duration LONGEST_SECOND = Duration.ofHours(10);

    /** An empty district in {@code data} with its pages on {@code port}. */
    public static Options empty(Path data, int port) {
        return new Options(data, port, null, null, false, false, null);
    }

    /** Reads command line arguments; what it does not understand is a {@link CannotStart}. */
    public static Options parse(List<String> arguments) {
        Path data = Path.of(".pacelight");
        int port = DEFAULT_PORT;
        Integer students = null;
        Integer speed = null;
        Instant date = null;
        boolean demo = true;
        boolean fresh = false;
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--data" -> data = Path.of(value(word, words));
                case "--port" -> port = number(word, value(word, words), 1, 65_534);
                case "--students" -> students = number(word, value(word, words), 100, 1_000_000);
                case "--speed" -> speed = number(word, value(word, words), 1, (int) LONGEST_SECOND.toSeconds());
                case "--date" -> date = instant(value(word, words));
                case "--no-demo" -> demo = false;
                case "--fresh" -> fresh = true;
                default -> throw new CannotStart("unknown option '" + word + "'");
            }
        }
        if (demo && date != null) {
            throw new CannotStart("--date goes with --no-demo; the demo district has its own semester");
        }
        return new Options(data.toAbsolutePath().normalize(), port, students, speed, demo, fresh, date);
    }

    int signInPort() {
        return port + 1;
    }

    int effectiveSpeed() {
        return Optional.ofNullable(speed).orElse(demo ? DEMO_SPEED : 1);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new CannotStart(option + " needs a value");
        }
        return words.next();
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CannotStart("%s takes a number from %d to %d, not '%s'".formatted(option, least, most, text));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notAnInstant) {
            try {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } catch (DateTimeParseException notADate) {
                throw new CannotStart(
                        "--date takes an ISO date or instant such as 2026-10-14T08:00:00Z, not '" + text + "'");
            }
        }
    }
}
