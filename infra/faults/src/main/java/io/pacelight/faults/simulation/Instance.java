package io.pacelight.faults.simulation;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.observe.Traces;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.BatchHandler;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.KafkaEventPublisher;
import io.pacelight.kit.stream.Positions;
import io.pacelight.kit.stream.Quarantine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One running instance of a service: the service's own classes, put together as its configuration does, on the fakes.
 * Another run of it begins with nothing but what is stored.
 */
abstract class Instance {
    /** Measures nothing; shared, since it keeps nothing either. */
    static final KitMeters METERS = new KitMeters(new CompositeMeterRegistry());

    private static final int AT_ONCE = 100;

    final World world;
    final Lifetime process;
    final FakeBook book;
    final EventPublisher publisher;
    final Positions positions = new Positions();

    private final String service;
    private final Parts parts;
    private final FakeShelf shelf;
    private final Quarantine quarantine;
    private final List<Subscription> subscriptions = new ArrayList<>();

    Instance(World world, String service, Lifetime process, Parts parts, Stores stores) {
        this.world = world;
        this.service = service;
        this.process = process;
        this.parts = parts;
        shelf = stores.shelf(service);
        LogProducer producer = new LogProducer(world, service);
        book = new FakeBook(world);
        publisher = new KafkaEventPublisher(producer);
        quarantine = new Quarantine(service, shelf, producer, METERS);
        task("reference", book::run);
    }

    /** The CloudEvents source of the service. */
    static String source(String service) {
        return "/pacelight/" + service;
    }

    final String service() {
        return service;
    }

    final List<Subscription> subscriptions() {
        return subscriptions;
    }

    final void task(String name, Runnable body) {
        world.scheduler().start(process.name() + ' ' + name, process, body);
    }

    /** Reads topics in the group of that name, as the binding of a function does. */
    final void binding(String name, List<String> topics, BatchHandler handler) {
        EventStream stream = new EventStream(name, handler, quarantine, shelf, positions, METERS, Traces.NONE);
        Group group = world.log().group(service + ' ' + name, topics);
        Subscription subscription = parts.subscription(world, group, stream, positions);
        subscriptions.add(subscription);
        task(name, subscription::run);
    }

    /** Notes and sweeps now and then, as the kit's sweeper does by its timer. */
    final void sweeper(StateFolder<?, ?> folder, FakeStore<?> store) {
        task("sweeper", () -> {
            while (true) {
                int due = world.scheduler().steps() + world.chance().between(100, 1_000);
                world.scheduler()
                        .await(() -> (world.isCalm() || world.scheduler().steps() >= due)
                                && !store.untold().isEmpty());
                quietly(() -> {
                    folder.note();
                    int swept = folder.sweep(world.wallClock(), Duration.ofMillis(world.isCalm() ? 0 : 50), AT_ONCE);
                    if (swept > 0) world.happened(Fault.SWEPT, swept);
                });
            }
        });
    }

    /** What fails is tried again at the next turn. */
    final void quietly(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException e) {
            world.scheduler().note("gives up", e.getClass().getSimpleName());
        }
    }
}
