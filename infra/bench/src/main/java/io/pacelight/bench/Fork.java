package io.pacelight.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own on this one's class path, told when to stop by the end of its input; it answers with lines that begin
 * with {@value #ANSWER}.
 */
public final class Fork implements AutoCloseable {
    /** What a line begins with that is meant for the parent; all others are the child's log. */
    public static final String ANSWER = "@@ ";

    private static final int LINES_SHOWN = 20;
    private static final Duration STOPPING = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader answers;
    private final Path log;

    private Fork(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts {@code main}; its standard error goes to {@code log}. */
    public static Fork start(List<String> jvm, Class<?> main, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new Fork(
                    new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; the child's other lines are passed over. */
    public String answer() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine())
                if (line.startsWith(ANSWER)) return line.substring(ANSWER.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException(
                "the process ended without an answer; its log is " + log + ", at its end:\n" + end());
    }

    private String end() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(it can't be read)";
        }
    }

    /** Hands the child a line of its input. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + '\n').getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process has ended; its log is " + log + ", at its end:\n" + end(), e);
        }
    }

    /** Resident memory now, and at its highest, in MiB; 0 where the system does not tell. */
    public Memory memory() {
        return Memory.of(process.pid());
    }

    /** Processor time that the process has used so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of the process's compilers and garbage collector so far. */
    public JvmThreads threads() {
        return JvmThreads.of(process.pid());
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Resident memory of a process in MiB. */
    public record Memory(long resident, long highest) {
        /** Of this process. */
        public static Memory own() {
            return of(ProcessHandle.current().pid());
        }

        static Memory of(long pid) {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            if (!Files.isReadable(status)) return new Memory(0, 0);
            try {
                List<String> lines = Files.readAllLines(status);
                return new Memory(mebibytes(lines, "VmRSS:"), mebibytes(lines, "VmHWM:"));
            } catch (IOException e) {
                return new Memory(0, 0);
            }
        }

        private static long mebibytes(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
