package io.pacelight.bench.report;

import io.pacelight.bench.lane.Measured;
import io.pacelight.bench.load.Latency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one run of the bench came to.
 *
 * @param at when it ran, ISO
 * @param machine processor, cores, memory, load and system
 * @param settings of the run and of both sides
 * @param lanes every run of every lane; the median of a lane's runs counts
 * @param growth progression at several sizes of district and lengths of history
 * @param district sizes, times and memory of whole boxes
 * @param folds the fold itself
 * @param failures what could not be measured, and why
 */
public record Report(
        String at,
        Map<String, String> machine,
        Map<String, String> settings,
        List<Measured> lanes,
        List<Latency.Result> latencies,
        List<Measured> growth,
        List<District> district,
        List<Fold> folds,
        List<String> failures) {
    /**
     * A whole box with people in it.
     *
     * @param startSeconds from the start of the JVM until the pages answer
     * @param rosterSeconds from sending the OneRoster package until the import is done
     * @param settledSeconds from then until every service has read it
     */
    public record District(
            int students,
            double startSeconds,
            double rosterSeconds,
            double settledSeconds,
            long attempts,
            long residentMiB,
            long highestMiB) {}

    /** One attempt folded into a competency with a history. */
    public record Fold(int history, double nanos, double bytes) {}

    public Report {
        machine = new LinkedHashMap<>(machine);
        settings = new LinkedHashMap<>(settings);
        lanes = List.copyOf(lanes);
        latencies = List.copyOf(latencies);
        growth = List.copyOf(growth);
        district = List.copyOf(district);
        folds = List.copyOf(folds);
        failures = List.copyOf(failures);
    }

    /** The run of each lane whose throughput is the median, in the order of the lanes. */
    public Map<String, Measured> medians() {
        Map<String, List<Measured>> byLane = new LinkedHashMap<>();
        for (Measured each : lanes)
            byLane.computeIfAbsent(each.lane(), none -> new ArrayList<>()).add(each);
        Map<String, Measured> medians = new LinkedHashMap<>();
        byLane.forEach((lane, runs) -> {
            List<Measured> sorted = runs.stream()
                    .sorted(Comparator.comparingDouble(Measured::perSecond))
                    .toList();
            medians.put(lane, sorted.get((sorted.size() - 1) / 2));
        });
        return medians;
    }

    /** One lane's throughput in those of another; none where one of them did not run. */
    public Optional<Double> ratio(String lane, String of) {
        Measured one = medians().get(lane);
        Measured other = medians().get(of);
        return one == null || other == null ? Optional.empty() : Optional.of(one.perSecond() / other.perSecond());
    }

    /** The same by processor time, which other work on the machine disturbs less. */
    public Optional<Double> cpuRatio(String lane, String of) {
        Measured one = medians().get(lane);
        Measured other = medians().get(of);
        return one == null || other == null
                ? Optional.empty()
                : Optional.of(other.cpuMicrosEach() / one.cpuMicrosEach());
    }
}
