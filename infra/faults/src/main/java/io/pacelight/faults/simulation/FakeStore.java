package io.pacelight.faults.simulation;

import io.pacelight.kit.state.Stamp;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import io.pacelight.kit.state.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private final Map<String, Stamp> stamps = new TreeMap<>();
    private final Map<String, Writer> writers = new TreeMap<>();
    private int enlisted;

    FakeStore(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /** Whether a document may take the place of the stored one. */
    boolean guardLets(StateDocument<S> document, @Nullable StateDocument<S> stored) {
        return (stored == null ? 0 : stored.version()) == document.version();
    }

    @Override
    public Map<String, StateDocument<S>> load(Collection<String> ids, Predicate<Stamp> told) {
        world.step(Point.LOAD, name);
        if (world.fails(world.trouble().loadFails())) {
            world.happened(Fault.LOAD_FAILED, name);
            throw new Outage("the store does not answer");
        }
        Map<String, StateDocument<S>> found = new TreeMap<>();
        for (String id : ids) {
            StateDocument<S> document = documents.get(id);
            if (document != null) found.put(id, isTold(document, told) ? document.leaving(List.of()) : document);
        }
        world.step(Point.LOADED, name);
        return found;
    }

    @Override
    public Set<String> save(Collection<StateDocument<S>> changed, Stamp stamp) {
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
                write(document, stamp, losers);
                done++;
            }
        } catch (Crash crash) {
            if (order.size() > 1) world.happened(Fault.WRITE_CUT_BY_CRASH, done + " of " + order.size());
            if (world.chance().happens(0.5))
                for (StateDocument<S> rest : order.subList(done, order.size())) write(rest, stamp, losers);
            throw crash;
        }
        if (failsAfter >= 0) {
            world.happened(Fault.WRITE_FAILED_HALF_WAY, failsAfter + " of " + order.size() + " in " + name);
            throw new Outage("the store does not say what it has written");
        }
        world.step(Point.SAVED, name);
        return losers;
    }

    private void write(StateDocument<S> document, Stamp stamp, Set<String> losers) {
        StateDocument<S> stored = documents.get(document.id());
        if (!guardLets(document, stored)) {
            world.happened(Fault.GUARD_LOST, document.id());
            losers.add(document.id());
            return;
        }
        documents.put(document.id(), document.at(document.version() + 1));
        savedAt.put(document.id(), world.wallClock());
        stamps.put(document.id(), stamp);
        world.wrote(service(), document.id());
        if (world.isZombie()) world.happened(Fault.ZOMBIE_WROTE, document.id());
    }

    @Override
    public String enlist() {
        world.step(Point.ENLIST, name);
        String writer = "writer " + ++enlisted;
        writers.put(writer, new Writer(writer, 0, world.wallClock()));
        return writer;
    }

    @Override
    public void note(String writer, long toldUpTo) {
        world.step(Point.NOTE, name);
        writers.put(writer, new Writer(writer, toldUpTo, world.wallClock()));
    }

    @Override
    public List<Writer> writers() {
        world.step(Point.QUERY, name);
        return List.copyOf(writers.values());
    }

    @Override
    public void forget(String writer) {
        writers.remove(writer);
    }

    @Override
    public List<StateDocument<S>> untold(String writer, long toldUpTo, Instant now, Duration grace, int limit) {
        world.step(Point.SWEEP, name);
        return untold(writer, toldUpTo)
                .filter(document -> {
                    Instant at = savedAt.getOrDefault(document.id(), Instant.MIN);
                    return at.isBefore(now.minus(grace)) || !at.isBefore(now.plus(grace));
                })
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> oldestUntold(String writer, long toldUpTo) {
        return untold(writer, toldUpTo)
                .map(document -> savedAt.getOrDefault(document.id(), Instant.EPOCH))
                .min(Comparator.naturalOrder());
    }

    private Stream<StateDocument<S>> untold(String writer, long toldUpTo) {
        return documents.values().stream().filter(document -> {
            Stamp stamp = stamp(document);
            return !document.pending().isEmpty() && stamp.writer().equals(writer) && stamp.number() > toldUpTo;
        });
    }

    @Override
    public void forgetPending(Map<String, Long> versions) {
        world.step(Point.TIDY, name);
        for (Map.Entry<String, Long> version : new TreeMap<>(versions).entrySet()) {
            documents.computeIfPresent(
                    version.getKey(),
                    (id, stored) -> stored.version() == version.getValue() ? stored.leaving(List.of()) : stored);
            world.step(Point.TIDIED, version.getKey());
        }
    }

    private Stamp stamp(StateDocument<S> document) {
        return Objects.requireNonNull(stamps.get(document.id()));
    }

    private boolean isTold(StateDocument<S> document, Predicate<Stamp> told) {
        return !document.pending().isEmpty() && told.test(stamp(document));
    }

    /** All documents as they stand, for those who look on; takes no step. */
    Collection<StateDocument<S>> documents() {
        return List.copyOf(documents.values());
    }

    @Nullable
    StateDocument<S> document(String id) {
        return documents.get(id);
    }

    /** Documents with something to tell that nobody has noted as told; takes no step. */
    List<StateDocument<S>> untold() {
        return writers.values().stream()
                .flatMap(writer -> untold(writer.name(), writer.toldUpTo()))
                .toList();
    }

    /** Stores are named {@code service/collection}. */
    String service() {
        return name.substring(0, name.indexOf('/'));
    }
}
