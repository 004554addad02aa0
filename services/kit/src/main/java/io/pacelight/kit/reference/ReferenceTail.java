package io.pacelight.kit.reference;

import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.kit.stream.Received;
import io.pacelight.kit.stream.TopicTail;
import io.pacelight.kit.stream.TopicTails;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the reference topics from the beginning, by no group, and keeps following them. Starting returns when
 * everything that was there at the start is read, so bindings, which start later, find it.
 */
public final class ReferenceTail implements ReferenceBook, SmartLifecycle {
    /** Before the bindings, which start at the end of all phases. */
    private static final int PHASE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceTail.class);

    private final Predicate<ReferenceEvent> wanted;
    private final TopicTail tail;
    private final ReferenceFacts facts = new ReferenceFacts();

    public ReferenceTail(TopicTails tails, List<String> topics, Predicate<ReferenceEvent> wanted) {
        this.wanted = wanted;
        this.tail = tails.of("reference-tail", topics, TopicTail.From.BEGINNING, this::take);
    }

    @Override
    public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
        return facts.find(kind, key);
    }

    @Override
    public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
        return facts.all(kind);
    }

    @Override
    public void follow(Consumer<ReferenceEvent> follower) {
        facts.follow(fact -> tell(follower, fact));
    }

    @Override
    public void awaitRead(Received.Place place) {
        tail.awaitRead(place);
    }

    @Override
    public void start() {
        tail.start();
        tail.awaitCaughtUp();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() == null) {
                facts.remove(new String(record.key(), StandardCharsets.UTF_8));
                return;
            }
            Envelope<? extends Event> envelope =
                    CloudEventHeaders.read(record.headers(), record.value()).orElse(null);
            if (envelope != null && envelope.data() instanceof ReferenceEvent fact && wanted.test(fact))
                facts.take(fact, envelope.sequence());
        } catch (UnreadableEvent | IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("unreadable reference fact left out");
        }
    }

    /** A follower that stumbles over one fact must not stop the book for everybody. */
    private static void tell(Consumer<ReferenceEvent> follower, ReferenceEvent fact) {
        try {
            follower.accept(fact);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("fact", fact.getClass().getSimpleName())
                    .addKeyValue("error", e.getClass().getSimpleName())
                    .log("a reference fact could not be followed");
        }
    }

    @Override
    public void stop() {
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
