package io.pacelight.kit.reference;

import io.pacelight.events.ReferenceEvent;
import io.pacelight.kit.stream.Received;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** A book that is told fact by fact; of one key the last holds. */
public final class InMemoryBook implements ReferenceBook {
    private final ReferenceFacts facts = new ReferenceFacts();
    private long sequence;

    public void tell(ReferenceEvent fact) {
        facts.take(fact, ++sequence);
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
        facts.follow(follower);
    }

    @Override
    public void awaitRead(Received.Place place) {}
}
