package io.pacelight.faults.process;

import java.nio.file.Path;
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
        boolean good = options.mutants()
                ? mutants(options, target)
                : run(options, null, target, "report").isEmpty();
        System.exit(good ? 0 : 1);
    }

    /** Whether each mutant makes the suite fail, and by an invariant rather than by not coming to its end. */
    static boolean mutants(Options options, Path target) {
        boolean all = true;
        for (Mutant mutant : Mutant.values()) {
            Options few = new Options(options.seed(), 1_000, 2, mutant.provokedBy(), true, true);
            List<String> broken = run(few, mutant, target, "mutant-" + mutant.label());
            boolean caught = broken.stream().anyMatch(invariant -> invariant.matches("I[1-6] .*"));
            System.out.println("mutant " + mutant.label() + (caught ? " is caught by " + broken : " SURVIVES"));
            all &= caught;
        }
        return all;
    }

    /** The invariants that did not hold; empty if all is well. */
    static List<String> run(Options options, @Nullable Mutant mutant, Path target, String name) {
        Report report = new Report(System.out);
        try {
            new Suite(options, mutant, target.resolve("process-suite"), report).run();
        } catch (RuntimeException e) {
            report.violated("the run came to its end", String.valueOf(e));
            e.printStackTrace(System.out);
        }
        report.write(target, name, options);
        return report.failed() && report.broken().isEmpty() ? List.of("something was not checked") : report.broken();
    }
}
