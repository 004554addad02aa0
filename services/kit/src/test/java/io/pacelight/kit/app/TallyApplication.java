package io.pacelight.kit.app;

import com.mongodb.client.MongoDatabase;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.kit.config.KitProperties;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.mongo.TallyCodec;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.Mark;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.Tally;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.FoldingHandler;
import io.pacelight.kit.stream.Received;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** How little a service needs: a store, a machine, a route, a stream. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class TallyApplication {
    /** How many polls fail after their documents are stored, with an exception that Spring would not retry. */
    public static final AtomicInteger FAILURES = new AtomicInteger();

    @Bean
    MongoStateStore<Tally> tallies(MongoDatabase database) {
        return new MongoStateStore<>(database, "tallies", new TallyCodec());
    }

    @Bean
    StateFolder<Tally, String> folder(KitProperties kit, MongoStateStore<Tally> store, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), store, Tally.MACHINE, publisher);
    }

    @Bean
    EventStream attempts(EventStreams streams, StateFolder<Tally, String> folder, KitMeters meters) {
        return streams.open(
                "attempts", new FoldingHandler<>(TallyApplication::route, folder, folded -> failSometimes(), meters));
    }

    private static void failSometimes() {
        if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw new ClassCastException("made up");
    }

    private static List<Input<String>> route(Received received) {
        return received.event() instanceof AttemptRecorded attempt
                ? List.of(new Input<>(
                        attempt.key(),
                        received.envelope().id(),
                        new Mark(
                                received.envelope().subject(),
                                received.envelope().sequence()),
                        attempt.attempt()))
                : List.of();
    }
}
