package io.pacelight.faults.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code infra/faults/run}: exit code 0 if every invariant held and every fault fired, 1 if not, 2 for a wrong option. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("faults: " + e.getMessage());
            System.exit(2);
            return;
        }
        Path target = Path.of(System.getProperty("pacelight.faults.target", "target"));
        boolean good = options.mutants().isEmpty()
                ? run(options, null, target, "report").isEmpty()
                : mutants(options, target);
        System.exit(good ? 0 : 1);
    }

    /** Whether each mutant makes the suite fail, and by an invariant rather than by not coming to its end. */
    static boolean mutants(Options options, Path target) {
        boolean all = true;
        for (Mutant mutant : options.mutants()) {
            long begun = System.nanoTime();
            List<String> broken = run(options.provoking(mutant), mutant, target, "mutant-" + mutant.label()).stream()
                    .filter(invariant -> invariant.matches("I[1-6] .*"))
                    .toList();
            boolean caught = !broken.isEmpty();
            System.out.println("mutant " + mutant.label() + (caught ? " is caught by " + broken : " SURVIVES")
                    + " after " + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
            all &= caught;
        }
        return all;
    }

    /** What did not hold or was not proven; empty if all is well. */
    static List<String> run(Options options, @Nullable Mutant mutant, Path target, String name) {
        Report report = new Report(System.out);
        try {
            new Suite(options, mutant, target.resolve("process-suite"), report).run();
        } catch (RuntimeException e) {
            report.violated("the run came to its end", String.valueOf(e));
            e.printStackTrace(System.out);
        }
        report.write(target, name, options);
        return report.failures();
    }
}
