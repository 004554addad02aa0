package io.pacelight.faults.process;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a run did and found; kept as it goes, from several threads. */
final class Report {
    /** At most so many violations of one invariant are told one by one. */
    private static final int SHOWN = 5;

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private final Map<String, Integer> fired = new TreeMap<>();
    private final Map<String, Integer> planned = new TreeMap<>();
    private final Map<String, List<String>> violations = new TreeMap<>();
    private final Map<String, Long> checked = new TreeMap<>();
    private final Map<String, Object> measured = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.printf("%6.1f s  %s%n", Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3, line);
    }

    /** A fault that the run must see fire so many times more. */
    synchronized void plan(String fault, int times) {
        planned.merge(fault, times, Integer::sum);
    }

    synchronized void fired(String fault) {
        fired.merge(fault, 1, Integer::sum);
    }

    /** How often faults fired whose names begin so. */
    synchronized int firingsOf(String prefix) {
        return fired.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Counts how many things an invariant was held against, so that nobody takes an empty check for a passed one. */
    synchronized void checked(String invariant, long things) {
        checked.merge(invariant, things, Long::sum);
        violations.computeIfAbsent(invariant, ignored -> new ArrayList<>());
    }

    synchronized void violated(String invariant, String how) {
        violations.computeIfAbsent(invariant, ignored -> new ArrayList<>()).add(how);
    }

    synchronized void measured(String what, Object value) {
        measured.put(what, value);
    }

    /** What this machine could not do. */
    synchronized void leftOut(String what) {
        leftOut.add(what);
        say("NOT RUN: " + what);
    }

    /** I7: whatever was planned has fired as often as planned. */
    synchronized void checkFired() {
        checked("I7 every fault has fired", planned.size());
        planned.forEach((fault, times) -> {
            int real = fired.getOrDefault(fault, 0);
            if (real < times)
                violated("I7 every fault has fired", fault + " fired " + real + " times, planned were " + times);
        });
    }

    /** Names of the invariants that did not hold or were held against nothing, and, in a build, what could not be run. */
    synchronized List<String> failures() {
        List<String> failures = new ArrayList<>();
        violations.forEach((invariant, found) -> {
            if (!found.isEmpty()) failures.add(invariant);
        });
        checked.forEach((invariant, things) -> {
            if (things == 0) failures.add("nothing checked: " + invariant);
        });
        if ("true".equals(System.getenv("CI"))) leftOut.forEach(what -> failures.add("not run: " + what));
        return failures;
    }

    synchronized void write(Path directory, String name, Options options) {
        StringBuilder text = new StringBuilder("Process suite, seed " + options.seed() + ", " + options.attempts()
                + " attempts, faults " + options.faults() + "\n\n");
        text.append("Faults that fired\n");
        fired.forEach((fault, times) ->
                text.append("  %-46s %4d of %d%n".formatted(fault, times, planned.getOrDefault(fault, 0))));
        text.append("\nInvariants\n");
        violations.forEach((invariant, found) -> {
            long things = checked.getOrDefault(invariant, 0L);
            String result = !found.isEmpty() ? found.size() + " VIOLATIONS" : things == 0 ? "NOTHING CHECKED" : "holds";
            text.append("  %-46s %-16s against %,d%n".formatted(invariant, result, things));
            found.stream()
                    .limit(SHOWN)
                    .forEach(how -> text.append("      ").append(how).append('\n'));
        });
        text.append("\nMeasured\n");
        measured.forEach((what, value) -> text.append("  %-46s %s%n".formatted(what, value)));
        leftOut.forEach(what -> text.append("\nNOT RUN: ").append(what).append('\n'));
        text.append('\n')
                .append(failures().isEmpty() ? "passed" : "FAILED")
                .append(", seed ")
                .append(options.seed())
                .append('\n');
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", options.seed());
        json.put("attempts", options.attempts());
        json.put("faults", options.faults());
        json.put("fired", fired);
        json.put("planned", planned);
        json.put("checked", checked);
        json.put("violations", violations);
        json.put("measured", measured);
        json.put("notRun", leftOut);
        json.put("passed", failures().isEmpty());
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".txt"), text);
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(directory.resolve(name + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.print(text);
        out.println("Report: " + directory.resolve(name + ".txt"));
    }
}
