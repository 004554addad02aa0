package io.pacelight.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Seconds of processor time that a JVM's own threads have used so far: its compilers and its garbage collector. Zero where the
 * system does not tell, as only Linux does.
 */
public record JvmThreads(double compiling, double collecting) {
    /** What the kernel counts in: USER_HZ is 100 on every architecture that a JVM runs on. */
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    public static JvmThreads own() {
        return of(ProcessHandle.current().pid());
    }

    static JvmThreads of(long pid) {
        double compiling = 0;
        double collecting = 0;
        Path threads = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isReadable(threads)) return new JvmThreads(0, 0);
        try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
            for (Path thread : each) {
                String stat = Files.readString(thread.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                if (name.startsWith("C1 ") || name.startsWith("C2 ")) compiling += seconds(stat);
                if (name.equals("VM Thread") || name.startsWith("GC ")) collecting += seconds(stat);
            }
        } catch (IOException e) {
            return new JvmThreads(0, 0); // a thread ended while it was read: better nothing than half of it
        }
        return new JvmThreads(compiling, collecting);
    }

    private static double seconds(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return (Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME))) / TICKS;
    }

    /** From another time until this one, as notes on what was measured meanwhile. */
    public Map<String, String> notesSince(JvmThreads before, long attempts) {
        return Map.of(
                "compiling", micros(compiling - before.compiling, attempts),
                "collecting", micros(collecting - before.collecting, attempts));
    }

    private static String micros(double seconds, long attempts) {
        return String.format(Locale.ROOT, "%.1f", seconds * 1e6 / attempts);
    }
}
