package io.pacelight.kit.stream;

import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.observe.Traces;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.Environment;

/** Makes the streams of a service and knows which of them reads a topic. */
public final class EventStreams {
    private final Environment environment;
    private final Quarantine quarantine;
    private final QuarantineShelf shelf;
    private final Positions positions;
    private final KitMeters meters;
    private final Traces traces;
    private final Map<String, EventStream> byTopic = new ConcurrentHashMap<>();
    private final Set<String> functions = ConcurrentHashMap.newKeySet();

    public EventStreams(
            Environment environment,
            Quarantine quarantine,
            QuarantineShelf shelf,
            Positions positions,
            KitMeters meters,
            Traces traces) {
        this.environment = environment;
        this.quarantine = quarantine;
        this.shelf = shelf;
        this.positions = positions;
        this.meters = meters;
        this.traces = traces;
    }

    /**
     * The stream behind the function bean {@code function}; its topics are the destinations of the binding
     * {@code function-in-0}.
     */
    public EventStream open(String function, BatchHandler handler) {
        EventStream stream = new EventStream(function, handler, quarantine, shelf, positions, meters, traces);
        for (String topic : topics(function)) byTopic.put(topic, stream);
        functions.add(function);
        return stream;
    }

    /** The functions that have a stream. */
    public Set<String> functions() {
        return Set.copyOf(functions);
    }

    /** The topics that a function reads. */
    public List<String> topics(String function) {
        String destinations =
                environment.getRequiredProperty("spring.cloud.stream.bindings." + function + "-in-0.destination");
        return Arrays.stream(destinations.split(",")).map(String::trim).toList();
    }

    public Optional<EventStream> reading(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }
}
