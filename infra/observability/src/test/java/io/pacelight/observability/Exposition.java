package io.pacelight.observability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics pages in Prometheus' text form, read. */
final class Exposition {
    /** One line. */
    record Sample(String metric, Map<String, String> labels, double value) {}

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:\\\\.|[^\"\\\\])*)\"");
    /** Labels and metrics that Prometheus adds by itself. */
    private static final Set<String> OF_TARGETS = Set.of("job", "instance");

    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Set<String>> labels = new HashMap<>();

    Exposition(Collection<String> pages) {
        for (String page : pages)
            for (String line : page.split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) throw new AssertionError("cannot read: " + line);
                Map<String, String> own = new HashMap<>();
                if (matcher.group(2) != null) {
                    Matcher label = LABEL.matcher(matcher.group(2));
                    while (label.find()) own.put(label.group(1), label.group(2));
                }
                samples.add(new Sample(matcher.group(1), own, Double.parseDouble(matcher.group(3))));
                labels.computeIfAbsent(matcher.group(1), metric -> new HashSet<>())
                        .addAll(own.keySet());
            }
    }

    List<Sample> samples() {
        return samples;
    }

    /** The largest value among the samples of a metric that have the label. */
    double max(String metric, String label, String value) {
        return samples.stream()
                .filter(sample -> sample.metric().equals(metric)
                        && value.equals(sample.labels().get(label)))
                .mapToDouble(Sample::value)
                .max()
                .orElse(Double.NaN);
    }

    /** What of a query's metrics and labels nobody exposes and no rule records, each with the place that asks. */
    Set<String> unknownTo(Collection<Observability.Query> queries, Map<String, Set<String>> recorded) {
        Set<String> unknown = new TreeSet<>();
        for (Observability.Query query : queries) {
            PromQl.Reading reading = PromQl.read(query.expression());
            Set<String> known = new HashSet<>(OF_TARGETS);
            for (PromQl.Selector selector : reading.selectors()) {
                Set<String> own = recorded.getOrDefault(selector.metric(), labels.get(selector.metric()));
                if (own == null && !OF_PROMETHEUS.contains(selector.metric()))
                    unknown.add(query.where() + ": metric " + selector.metric());
                if (own == null) continue;
                known.addAll(own);
                for (String label : selector.labels())
                    if (!own.contains(label) && !OF_TARGETS.contains(label))
                        unknown.add(query.where() + ": label " + label + " of " + selector.metric());
            }
            for (String label : reading.grouping())
                if (!known.contains(label)) unknown.add(query.where() + ": grouped by " + label);
        }
        return unknown;
    }
}
