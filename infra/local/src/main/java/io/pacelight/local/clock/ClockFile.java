package io.pacelight.local.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps school time over restarts. While the clock runs the file holds where it may get before the next save, so that
 * after a kill it never shows an earlier time than it has shown; a clean stop writes the exact time.
 */
public final class ClockFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockFile.class);
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(1);
    private static final Duration AHEAD = BETWEEN_SAVES.multipliedBy(3);

    private final Path file;
    private final DemoClock clock;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("school-clock").factory());

    private ClockFile(Path file, DemoClock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Where the clock of a former run stood. */
    public static Optional<Instant> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "the school clock in %s is unreadable; put an instant such as 2026-10-14T08:00:00Z there"
                            .formatted(file),
                    e);
        }
    }

    /** Saves the clock every second from now on. */
    public static ClockFile keep(Path file, DemoClock clock) {
        ClockFile kept = new ClockFile(file, clock);
        kept.write(clock.in(AHEAD));
        var _ = kept.saver.scheduleWithFixedDelay(
                kept::save, BETWEEN_SAVES.toMillis(), BETWEEN_SAVES.toMillis(), TimeUnit.MILLISECONDS);
        return kept;
    }

    @Override
    public void close() {
        saver.close();
        write(clock.now());
    }

    /** An exception would end the saving for good. */
    private void save() {
        try {
            write(clock.in(AHEAD));
        } catch (UncheckedIOException e) {
            LOG.atWarn().setCause(e).log("the school clock could not be saved, again soon");
        }
    }

    private void write(Instant instant) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, instant + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
