package io.pacelight.kit.reference;

import io.pacelight.events.ReferenceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The latest reference facts by kind and key. A document's facts are taken only forward: a repeat, which may come after
 * what was told later, changes nothing and is told to nobody.
 */
public final class ReferenceFacts {
    private record Told(long sequence, ReferenceEvent fact) {}

    private final Map<Class<?>, Map<String, Told>> byKind = new ConcurrentHashMap<>();
    private final List<Consumer<ReferenceEvent>> followers = new ArrayList<>();

    /** See {@link ReferenceBook#find}. */
    public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
        Told told = of(kind).get(key);
        return told == null ? Optional.empty() : Optional.of(kind.cast(told.fact()));
    }

    /** See {@link ReferenceBook#all}. */
    public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
        List<E> all = new ArrayList<>();
        for (Told told : of(kind).values()) all.add(kind.cast(told.fact()));
        return all;
    }

    /** Tells the follower what is known already, on this thread, and from then on each fact that is taken. */
    public synchronized void follow(Consumer<ReferenceEvent> follower) {
        followers.add(follower);
        byKind.values().forEach(kind -> kind.values().forEach(told -> follower.accept(told.fact())));
    }

    /** @param sequence of the fact among the events of its document */
    public synchronized void take(ReferenceEvent fact, long sequence) {
        Map<String, Told> kind = byKind.computeIfAbsent(fact.getClass(), none -> new ConcurrentHashMap<>());
        Told known = kind.get(fact.key());
        if (known != null && known.sequence() >= sequence) return;
        kind.put(fact.key(), new Told(sequence, fact));
        for (Consumer<ReferenceEvent> follower : followers) follower.accept(fact);
    }

    /** Forgets what stands under a key; nobody is told. */
    synchronized void remove(String key) {
        byKind.values().forEach(kind -> kind.remove(key));
    }

    private Map<String, Told> of(Class<?> kind) {
        return byKind.getOrDefault(kind, Map.of());
    }
}
