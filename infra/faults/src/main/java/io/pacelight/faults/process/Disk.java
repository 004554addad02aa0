package io.pacelight.faults.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A disk runs full under the store, then under the broker. Where this process may mount (root on Linux), the data lie on
 * a small disk of their own, which a filler takes up whole; elsewhere on Linux a limit on the size of files makes the
 * same writes fail.
 */
final class Disk implements Trouble {
    private static final String SIZE = "size=1500m";
    private static final Duration FULL_LIMIT = Duration.ofSeconds(60);

    private final Installation installation;
    private final Report report;

    Disk(Installation installation, Report report) {
        this.installation = installation;
        this.report = report;
    }

    /** Puts a small disk under an empty folder if that is permitted. */
    static boolean mount(Path folder) {
        try {
            Files.createDirectories(folder);
            return answer("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unmount(Path folder) {
        if (isMounted(folder) && answer("umount", "-l", folder.toString()) != 0)
            throw new IllegalStateException(folder + " can't be unmounted");
    }

    static boolean isMounted(Path folder) {
        try {
            return Files.exists(folder) && !Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int steps() {
        return 2;
    }

    @Override
    public void plan() {
        if (!isMounted(installation.storeDir()) && !hasLimits()) {
            report.leftOut("a full disk: this process may neither mount (root on Linux may) nor has it prlimit");
            return;
        }
        report.plan("disk full under store", 1);
        report.plan("disk full under broker", 1);
    }

    @Override
    public void make(Runnable step) {
        if (!isMounted(installation.storeDir()) && !hasLimits()) return;
        full("store", installation.storeDir(), installation.store());
        installation.startStore();
        report.say("disk full under the store; store back with space");
        step.run();
        Pause.millis(2_000);
        full("broker", installation.brokerDir(), installation.broker());
        installation.startBroker();
        report.say("disk full under the broker; broker back with space");
        step.run();
    }

    /** Full until something failed for it; then there is space again, and whatever gave up must be started anew. */
    private void full(String name, Path folder, Jvm process) {
        boolean mounted = isMounted(folder);
        Path filler = folder.resolve("filler");
        Path log = installation.file("log").resolve(name + ".log");
        long before = complaints(log);
        if (mounted) fill(filler);
        else limit(process, folder);
        if (Pause.within(FULL_LIMIT, () -> !process.alive() || complaints(log) > before))
            report.fired("disk full under " + name);
        Pause.millis(3_000);
        process.kill();
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path filler) {
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) out.write(piece);
        } catch (IOException full) {
            return;
        }
    }

    /** No file of the process may grow beyond half of what its largest has now. */
    private static void limit(Jvm process, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long largest = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
            answer("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + largest / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasLimits() {
        return answer("prlimit", "--version") == 0;
    }

    private static long complaints(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("No space left") || line.contains("File too large"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int answer(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
