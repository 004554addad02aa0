package io.pacelight.local.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/** How far the demo has come, kept over restarts; what was done twice after a kill has no effect the second time. */
final class DemoProgress {
    private static final String FED = "attempts.until";
    private static final String ATTENDED = "attendance.until";

    private final Path file;
    private final Properties properties = new Properties();

    private DemoProgress(Path file) {
        this.file = file;
    }

    static DemoProgress in(Path data) {
        DemoProgress progress = new DemoProgress(data.resolve("demo.properties"));
        if (Files.exists(progress.file)) {
            try (Reader reader = Files.newBufferedReader(progress.file)) {
                progress.properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return progress;
    }

    boolean done(String step) {
        return properties.containsKey("done." + step);
    }

    void markDone(String step) {
        keep("done." + step, "yes");
    }

    /** All attempts before this instant have been sent. */
    Optional<Instant> fedUntil() {
        return Optional.ofNullable(properties.getProperty(FED)).map(Instant::parse);
    }

    void fed(Instant until) {
        keep(FED, until.toString());
    }

    /** The last day whose absences have been sent. */
    Optional<LocalDate> attendedUntil() {
        return Optional.ofNullable(properties.getProperty(ATTENDED)).map(LocalDate::parse);
    }

    void attended(LocalDate day) {
        keep(ATTENDED, day.toString());
    }

    private synchronized void keep(String key, String value) {
        properties.setProperty(key, value);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
