package io.pacelight.bench.report;

import io.pacelight.bench.JvmThreads;
import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.load.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A report as Markdown, which is readable as plain text too. */
public final class Text {
    private final StringBuilder text = new StringBuilder();

    private Text() {}

    public static String of(Report report) {
        Text text = new Text();
        text.write(report);
        return text.text.toString();
    }

    private void write(Report report) {
        line("Measured " + report.at() + ".");
        report.machine().forEach((name, value) -> line("- " + name + ": " + value));
        targets(report);
        lanes(report);
        latencies(report);
        growth(report);
        boxes(report);
        folds(report);
        for (String each : report.failures()) line("\nNot measured: " + each);
        line("");
        line("### Settings");
        line("");
        report.settings().forEach((name, value) -> line("- " + name + ": `" + value + "`"));
    }

    private void targets(Report report) {
        line("");
        line("### Targets");
        line("");
        line("| what | wanted | measured | reached |");
        line("|---|---|---|---|");
        for (Targets.Target each : Targets.of(report))
            line("| " + each.what() + " | " + each.wanted() + " | " + each.measured() + " | "
                    + (each.reached() ? "yes" : "no") + " |");
    }

    private void lanes(Report report) {
        if (report.lanes().isEmpty()) return;
        line("");
        line("### Lanes");
        line("");
        line("| lane | attempts/s | processor µs each | compiling | collecting garbage | store | broker | its own |"
                + " of raw writes | runs, attempts/s |");
        line("|---|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        report.medians().forEach((lane, median) -> {
            StringBuilder runs = new StringBuilder();
            for (Measured each : report.lanes())
                if (each.lane().equals(lane))
                    runs.append(runs.isEmpty() ? "" : ", ").append("%,.0f".formatted(each.perSecond()));
            line("| " + lane + " | " + "%,.0f".formatted(median.perSecond()) + " | "
                    + "%,.1f".formatted(median.cpuMicrosEach()) + " | " + parts(median) + " | "
                    + report.ratio(lane, "raw-writes")
                            .map(ratio -> "%.2f".formatted(ratio))
                            .orElse("") + " | " + runs + " |");
        });
    }

    private static String parts(Measured measured) {
        List<String> parts = new ArrayList<>();
        for (JvmThreads.Work work : JvmThreads.Work.values()) parts.add(measured.note(work.note()));
        OptionalDouble own = measured.ownMicrosEach();
        parts.add(own.isEmpty() ? "" : "%,.1f".formatted(own.getAsDouble()));
        return String.join(" | ", parts);
    }

    private void latencies(Report report) {
        if (report.latencies().isEmpty()) return;
        line("");
        line("### Latency in the whole box, milliseconds");
        line("");
        line(
                "| attempts/s | followed | recorded p99 | judged p99 | visible p50 | p99 | max | p50 from due | p99 from due |"
                        + " not seen | grid page p50 | p95 |");
        line("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Latency.Result each : report.latencies())
            line("| %,d | %,d | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,.0f | %,d | %,.0f | %,.0f |"
                    .formatted(
                            each.rate(),
                            each.attempts(),
                            each.recordedP99(),
                            each.judgedP99(),
                            each.p50(),
                            each.p99(),
                            each.max(),
                            each.fromDueP50(),
                            each.fromDueP99(),
                            each.unseen(),
                            each.pageP50(),
                            each.pageP95()));
    }

    private void growth(Report report) {
        if (report.growth().isEmpty()) return;
        line("");
        line("### Growth: progression at equal distinct documents a batch");
        line("");
        line("| students | attempts a pair had before | attempts/s | processor µs each | compiling |"
                + " collecting garbage | store | broker | its own | memory, MiB |");
        line("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Measured each : report.growth())
            line("| %s | %s | %,.0f | %,.1f | %s | %,d |"
                    .formatted(
                            each.note("students"),
                            each.note("history"),
                            each.perSecond(),
                            each.cpuMicrosEach(),
                            parts(each),
                            each.residentMiB()));
    }

    private void boxes(Report report) {
        if (report.district().isEmpty()) return;
        line("");
        line("### Whole boxes");
        line("");
        line("| students | start-up, s | roster import, s | read by all services, s | attempts | memory, MiB |"
                + " highest, MiB |");
        line("|---:|---:|---:|---:|---:|---:|---:|");
        for (Report.District each : report.district())
            line("| %,d | %.1f | %.1f | %.1f | %,d | %,d | %,d |"
                    .formatted(
                            each.students(),
                            each.startSeconds(),
                            each.rosterSeconds(),
                            each.settledSeconds(),
                            each.attempts(),
                            each.residentMiB(),
                            each.highestMiB()));
    }

    private void folds(Report report) {
        if (report.folds().isEmpty()) return;
        line("");
        line("### The fold itself");
        line("");
        line("| attempts before | ns | bytes allocated |");
        line("|---:|---:|---:|");
        for (Report.Fold each : report.folds())
            line("| %d | %,.0f | %,.0f |".formatted(each.history(), each.nanos(), each.bytes()));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
