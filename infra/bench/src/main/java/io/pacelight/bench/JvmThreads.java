package io.pacelight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Seconds of processor time that the threads of a JVM have used so far, by their work; none where the system does not tell, as only Linux does. */
public record JvmThreads(Map<Work, Double> seconds) {
    /** What the kernel counts in: USER_HZ is 100 on every architecture that a JVM runs on. */
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /** Work that is not a service's own, known by the first fifteen characters of its threads' names. */
    public enum Work {
        COMPILING("C[12] .*"),
        COLLECTING("VM Thread|GC .*"),
        STORING("mongo-server-.*"),
        BROKERING("data-plane-kafk|group-coordinat|(quorum|raft|broker)-.*");

        private final String threads;

        /** @param threads a regular expression */
        Work(String threads) {
            this.threads = threads;
        }

        /** The name of the note that tells its microseconds an attempt. */
        public String note() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public JvmThreads {
        seconds = Map.copyOf(seconds);
    }

    public static JvmThreads own() {
        return of(ProcessHandle.current().pid());
    }

    static JvmThreads of(long pid) {
        Map<Work, Double> seconds = new EnumMap<>(Work.class);
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isReadable(threads)) return new JvmThreads(Map.of());
        try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
            for (Path thread : each) add(thread, seconds);
        } catch (IOException e) {
            throw new UncheckedIOException("the threads of process " + pid + " can't be read", e);
        }
        return new JvmThreads(seconds);
    }

    private static void add(Path thread, Map<Work, Double> seconds) {
        String stat;
        try {
            stat = Files.readString(thread.resolve("stat"));
        } catch (IOException endedMeanwhile) {
            return;
        }
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        for (Work work : Work.values())
            if (name.matches(work.threads)) seconds.merge(work, secondsOf(stat), Double::sum);
    }

    private static double secondsOf(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return (Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME))) / TICKS;
    }

    /** From another time until this one, as notes on what was measured meanwhile: microseconds an attempt. */
    public Map<String, String> notesSince(JvmThreads before, long attempts) {
        Map<String, String> notes = new HashMap<>();
        if (!seconds.isEmpty() && !before.seconds.isEmpty())
            Arrays.stream(Work.values()).forEach(work -> {
                double used = seconds.getOrDefault(work, 0.0) - before.seconds.getOrDefault(work, 0.0);
                notes.put(work.note(), String.format(Locale.ROOT, "%.1f", used * 1e6 / attempts));
            });
        return notes;
    }
}
