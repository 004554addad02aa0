package io.pacelight.faults.simulation;

import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * State documents of one collection. A bulk write is unordered and guarded document by document; other writers come
 * between any two documents of it, and it can fail half-way, after which nobody but the store knows what it did.
 */
class FakeStore<S> implements StateStore<S> {
    private final World world;
    private final String name;
    private final Map<String, StateDocument<S>> documents = new TreeMap<>();
    private final Map<String, Instant> savedAt = new TreeMap<>();

    FakeStore(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /** Whether a document may take the place of the stored one. */
    boolean guardLets(StateDocument<S> document, @Nullable StateDocument<S> stored) {
        return (stored == null ? 0 : stored.version()) == document.version();
    }

    @Override
    public Map<String, StateDocument<S>> load(Collection<String> ids) {
        world.step(Point.LOAD, name);
        if (world.fails(world.trouble().loadFails())) {
            world.happened(Fault.LOAD_FAILED, name);
            throw new Outage("the store does not answer");
        }
        Map<String, StateDocument<S>> found = new TreeMap<>();
        for (String id : ids) {
            StateDocument<S> document = documents.get(id);
            if (document != null) found.put(id, document);
        }
        world.step(Point.LOADED, name);
        return found;
    }

    @Override
    public Set<String> save(Collection<StateDocument<S>> changed) {
        world.step(Point.SAVE, name);
        List<StateDocument<S>> order = new ArrayList<>(changed);
        world.chance().shuffle(order);
        int failsAfter =
                world.fails(world.trouble().saveFails()) ? world.chance().between(0, order.size()) : -1;
        Set<String> losers = new HashSet<>();
        int done = 0;
        try {
            for (StateDocument<S> document : order) {
                if (done == failsAfter) break;
                world.step(Point.WRITE, document.id());
                write(document, losers);
                done++;
            }
        } catch (Crash crash) {
            if (order.size() > 1) world.happened(Fault.WRITE_CUT_BY_CRASH, done + " of " + order.size());
            if (world.chance().happens(0.5))
                for (StateDocument<S> rest : order.subList(done, order.size())) write(rest, losers);
            throw crash;
        }
        if (failsAfter >= 0) {
            world.happened(Fault.WRITE_FAILED_HALF_WAY, failsAfter + " of " + order.size() + " in " + name);
            throw new Outage("the store does not say what it has written");
        }
        world.step(Point.SAVED, name);
        return losers;
    }

    private void write(StateDocument<S> document, Set<String> losers) {
        StateDocument<S> stored = documents.get(document.id());
        if (!guardLets(document, stored)) {
            world.happened(Fault.GUARD_LOST, document.id());
            losers.add(document.id());
            return;
        }
        documents.put(
                document.id(),
                new StateDocument<>(
                        document.id(),
                        document.version() + 1,
                        document.sequence(),
                        document.state(),
                        document.marks(),
                        document.pending()));
        savedAt.put(document.id(), world.wallClock());
        world.wrote(service(), document.id());
        if (world.isZombie()) world.happened(Fault.ZOMBIE_WROTE, document.id());
    }

    @Override
    public void forgetPending(Map<String, Long> versions) {
        world.step(Point.TIDY, name);
        for (Map.Entry<String, Long> version : new TreeMap<>(versions).entrySet()) {
            documents.computeIfPresent(
                    version.getKey(),
                    (id, stored) -> stored.version() == version.getValue()
                            ? new StateDocument<>(
                                    id, stored.version(), stored.sequence(), stored.state(), stored.marks(), List.of())
                            : stored);
            world.step(Point.TIDIED, version.getKey());
        }
    }

    @Override
    public Optional<Instant> oldestPending() {
        return pending().stream()
                .map(document -> savedAt.getOrDefault(document.id(), Instant.EPOCH))
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<StateDocument<S>> withPending(Instant savedBefore, int limit) {
        world.step(Point.SWEEP, name);
        return pending().stream()
                .filter(document ->
                        savedAt.getOrDefault(document.id(), Instant.MIN).isBefore(savedBefore))
                .limit(limit)
                .toList();
    }

    /** All documents as they stand, for those who look on; takes no step. */
    Collection<StateDocument<S>> documents() {
        return List.copyOf(documents.values());
    }

    @Nullable
    StateDocument<S> document(String id) {
        return documents.get(id);
    }

    List<StateDocument<S>> pending() {
        return documents.values().stream()
                .filter(document -> !document.pending().isEmpty())
                .toList();
    }

    /** Stores are named {@code service/collection}. */
    String service() {
        return name.substring(0, name.indexOf('/'));
    }
}
