package io.pacelight.kit.observe;

import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.Positions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/**
 * Whether every stream of the service runs and has joined its group, so that it knows which partitions are its own, be
 * it none. How far it lags behind does not matter.
 */
public final class StreamsHealthIndicator extends AbstractHealthIndicator {
    private final EventStreams streams;
    private final Positions positions;
    private final BindingsLifecycleController bindings;

    public StreamsHealthIndicator(EventStreams streams, Positions positions, BindingsLifecycleController bindings) {
        this.streams = streams;
        this.positions = positions;
        this.bindings = bindings;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Set<String> missing = new TreeSet<>();
        for (String function : streams.functions())
            if (!running(function) || !positions.joined(function)) missing.add(function);
        if (missing.isEmpty()) builder.up();
        else builder.outOfService().withDetail("notJoined", missing);
    }

    private boolean running(String function) {
        List<Binding<?>> bound = bindings.queryState(function + "-in-0");
        return !bound.isEmpty() && bound.stream().allMatch(Binding::isRunning);
    }
}
