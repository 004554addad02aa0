package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** State documents in a map, with a hook between somebody's read and write. */
public final class InMemoryStates<S> implements StateStore<S> {
    private final Map<String, StateDocument<S>> documents = new HashMap<>();
    Runnable beforeSave = () -> {};
    int loads;
    int saves;

    @Override
    public Map<String, StateDocument<S>> load(Collection<String> ids) {
        loads++;
        Map<String, StateDocument<S>> found = new HashMap<>(documents);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public Set<String> save(Collection<StateDocument<S>> changed) {
        Runnable hook = beforeSave;
        beforeSave = () -> {};
        hook.run();
        saves++;
        Set<String> losers = new HashSet<>();
        for (StateDocument<S> document : changed) {
            StateDocument<S> stored = documents.get(document.id());
            if ((stored == null ? 0 : stored.version()) != document.version()) losers.add(document.id());
            else documents.put(document.id(), at(document, document.version() + 1, document.pending()));
        }
        return losers;
    }

    @Override
    public void forgetPending(Map<String, Long> versions) {
        versions.forEach((id, version) -> documents.computeIfPresent(
                id, (key, stored) -> stored.version() == version ? at(stored, version, List.of()) : stored));
    }

    @Override
    public Optional<Instant> oldestPending() {
        return documents.values().stream()
                        .anyMatch(document -> !document.pending().isEmpty())
                ? Optional.of(Instant.EPOCH)
                : Optional.empty();
    }

    @Override
    public List<StateDocument<S>> withPending(Instant savedBefore, int limit) {
        return documents.values().stream()
                .filter(document -> !document.pending().isEmpty())
                .limit(limit)
                .toList();
    }

    private static <S> StateDocument<S> at(StateDocument<S> document, long version, List<Envelope<?>> pending) {
        return new StateDocument<>(
                document.id(), version, document.sequence(), document.state(), document.marks(), pending);
    }
}
