package io.pacelight.kit.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** State documents in a map, with a hook between somebody's read and write. */
public final class InMemoryStates<S> implements StateStore<S> {
    private final Map<String, StateDocument<S>> documents = new HashMap<>();
    private final Map<String, Stamp> stamps = new HashMap<>();
    private final Map<String, Instant> savedAt = new HashMap<>();
    private final TreeMap<String, Writer> writers = new TreeMap<>();
    private int enlisted;
    private final Map<String, Runnable> beforeReading = new HashMap<>();
    Runnable beforeSave = () -> {};
    int loads;
    int saves;

    /** What somebody else does between the next writer's read and its write. */
    public void beforeSave(Runnable once) {
        beforeSave = once;
    }

    /** What somebody else does after a read has begun and before it comes to that document. */
    void beforeReading(String id, Runnable once) {
        beforeReading.put(id, once);
    }

    @Override
    public Map<String, StateDocument<S>> load(Collection<String> ids, Predicate<Stamp> told) {
        loads++;
        Map<String, StateDocument<S>> found = new HashMap<>();
        for (String id : List.copyOf(ids)) {
            Runnable hook = beforeReading.remove(id);
            if (hook != null) hook.run();
            StateDocument<S> stored = documents.get(id);
            if (stored == null) continue;
            boolean nothingLeft = !stored.pending().isEmpty() && told.test(stamps.get(id));
            found.put(id, nothingLeft ? stored.leaving(List.of()) : stored);
        }
        return found;
    }

    @Override
    public Set<String> save(Collection<StateDocument<S>> changed, Stamp stamp) {
        Runnable hook = beforeSave;
        beforeSave = () -> {};
        hook.run();
        saves++;
        Set<String> losers = new HashSet<>();
        for (StateDocument<S> document : changed) {
            StateDocument<S> stored = documents.get(document.id());
            if ((stored == null ? 0 : stored.version()) != document.version()) {
                losers.add(document.id());
            } else {
                documents.put(document.id(), document.at(document.version() + 1));
                stamps.put(document.id(), stamp);
                savedAt.put(document.id(), Instant.now());
            }
        }
        return losers;
    }

    @Override
    public String enlist() {
        String writer = "writer-" + ++enlisted;
        note(writer, 0);
        return writer;
    }

    @Override
    public void note(String writer, long toldUpTo) {
        writers.put(writer, new Writer(writer, toldUpTo, Instant.EPOCH));
    }

    @Override
    public List<Writer> writers() {
        return List.copyOf(writers.values());
    }

    @Override
    public void forget(String writer) {
        writers.remove(writer);
    }

    @Override
    public List<StateDocument<S>> untold(String writer, long toldUpTo, Instant now, Duration grace, int limit) {
        return documents.values().stream()
                .filter(document -> !document.pending().isEmpty())
                .filter(document -> stamps.get(document.id()).writer().equals(writer))
                .filter(document -> stamps.get(document.id()).number() > toldUpTo)
                .filter(document -> savedAt.get(document.id()).isBefore(now.minus(grace))
                        || !savedAt.get(document.id()).isBefore(now.plus(grace)))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> oldestUntold(String writer, long toldUpTo) {
        return untold(writer, toldUpTo, Instant.EPOCH, Duration.ZERO, 1).stream()
                .map(document -> savedAt.get(document.id()))
                .findFirst();
    }

    @Override
    public void forgetPending(Map<String, Long> versions) {
        versions.forEach((id, version) -> documents.computeIfPresent(
                id, (key, stored) -> stored.version() == version ? stored.leaving(List.of()) : stored));
    }
}
