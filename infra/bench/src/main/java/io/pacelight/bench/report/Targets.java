package io.pacelight.bench.report;

import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.load.Latency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was set out to be reached, and whether this run reached it. */
final class Targets {
    private static final double OF_RAW_WRITES = 0.7;
    private static final double PIPELINE = 5_000;
    private static final double P99_MILLIS = 1_000;
    private static final double GROWTH = 1.2;
    private static final long BOX_MIB = 3 * 1024;
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int RATE = 1_000;

    private Targets() {}

    record Target(String what, String wanted, String measured, boolean reached) {}

    /** Those of which the run has the numbers. */
    static List<Target> of(Report report) {
        List<Target> targets = new ArrayList<>();
        report.ratio("progression", "raw-writes")
                .ifPresent(ratio -> targets.add(new Target(
                        "progression against the raw writes",
                        "≥ 0.70",
                        "%.2f".formatted(ratio),
                        ratio >= OF_RAW_WRITES)));
        report.ratio("progression", "streams")
                .ifPresent(ratio -> targets.add(
                        new Target("progression against Kafka Streams", "reported", "%.2f".formatted(ratio), true)));
        Measured pipeline = report.medians().get("pipeline");
        if (pipeline != null)
            targets.add(new Target(
                    "whole pipeline",
                    "≥ 5,000 attempts/s",
                    "%,.0f attempts/s".formatted(pipeline.perSecond()),
                    pipeline.perSecond() >= PIPELINE));
        for (Latency.Result each : report.latencies())
            if (each.rate() == RATE)
                targets.add(new Target(
                        "p99 from accepted to visible at 1,000/s",
                        "≤ 1,000 ms",
                        each.unseen() > 0 ? each.unseen() + " not seen" : "%,.0f ms".formatted(each.p99()),
                        each.unseen() == 0 && each.p99() <= P99_MILLIS));
        growth(report, targets);
        report.district().stream()
                .filter(box -> box.students() == LARGE)
                .max(Comparator.comparingLong(Report.District::highestMiB))
                .ifPresent(box -> targets.add(new Target(
                        "memory of the whole box at 100,000 students",
                        "≤ 3,072 MiB",
                        "%,d MiB".formatted(box.highestMiB()),
                        box.highestMiB() <= BOX_MIB)));
        return targets;
    }

    private static void growth(Report report, List<Target> targets) {
        Optional<Measured> small = at(report, SMALL);
        Optional<Measured> large = at(report, LARGE);
        if (small.isEmpty() || large.isEmpty()) return;
        double whole = large.get().cpuMicrosEach() / small.get().cpuMicrosEach();
        OptionalDouble smallOwn = small.get().ownMicrosEach();
        OptionalDouble largeOwn = large.get().ownMicrosEach();
        String own = smallOwn.isEmpty() || largeOwn.isEmpty()
                ? ""
                : "; progression's own %.2f".formatted(largeOwn.getAsDouble() / smallOwn.getAsDouble());
        targets.add(new Target(
                "cost of an attempt at 100,000 students against 1,000",
                "≤ 1.20",
                "%.2f".formatted(whole) + own,
                whole <= GROWTH));
    }

    private static Optional<Measured> at(Report report, int students) {
        return report.growth().stream()
                .filter(each -> each.note("students").equals(Integer.toString(students))
                        && each.note("history").equals("1"))
                .findFirst();
    }
}
