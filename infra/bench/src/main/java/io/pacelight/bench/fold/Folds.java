package io.pacelight.bench.fold;

import io.pacelight.bench.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the {@link FoldBenchmark} under JMH with its allocation profiler. */
public final class Folds {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Folds() {}

    public static List<Report.Fold> run() {
        try {
            List<Report.Fold> folds = new ArrayList<>();
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include(FoldBenchmark.class.getName())
                            .addProfiler(GCProfiler.class)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run()) {
                int history = Integer.parseInt(result.getParams().getParam("history"));
                folds.add(new Report.Fold(history, result.getPrimaryResult().getScore(), allocated(result)));
            }
            return folds;
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not run", e);
        }
    }

    private static double allocated(RunResult result) {
        for (String name : result.getSecondaryResults().keySet())
            if (name.endsWith(ALLOCATED))
                return result.getSecondaryResults().get(name).getScore();
        return Double.NaN;
    }
}
