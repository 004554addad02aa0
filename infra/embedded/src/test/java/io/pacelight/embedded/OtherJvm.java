package io.pacelight.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program in a JVM of its own, so that it can be killed in the midst of its work. */
final class OtherJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final List<String> lines = new ArrayList<>();

    private OtherJvm(Process process) {
        this.process = process;
        this.said = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    }

    static OtherJvm run(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new OtherJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it has said so many lines. */
    void awaitLines(int count) throws IOException {
        for (String line; lines.size() < count && (line = said.readLine()) != null; ) lines.add(line);
        if (lines.size() < count) throw new IllegalStateException("Ended after " + lines.size() + " lines: " + lines);
    }

    /** Kills it, with no chance to tidy up, and returns all it had said in full. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // by its handle, since the process itself would take its last words along
        for (@Nullable String line; (line = said.readLine()) != null; ) lines.add(line);
        process.waitFor();
        return lines.stream()
                .filter(line -> line.endsWith("."))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
