package io.pacelight.kit.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which writes have told all that their documents listed as pending. Each write gets a number; the highest number up to
 * which all are told is noted in the store now and then, a single small document whatever the number of documents
 * written. What is told but not yet noted when a process dies is told once more under the same ids.
 *
 * <p>A write that failed, or was not told, may still have been stored, and holds its writer's mark back for good. So once
 * telling works again the writer takes a new name, and what the old name left is found by {@link StateFolder#sweep}.
 */
final class Deliveries {
    /** Turns after which a writer that had nothing to note is noted all the same, to be heard of. */
    private static final int QUIET_TURNS = 1_000;

    private final StateStore<?> store;
    private final List<Own> retired = new ArrayList<>();
    private @Nullable Own current;
    private Map<String, Long> others = Map.of();
    private int quietTurns;

    /** No name is given twice, so whoever was struck off stays so. */
    private final Set<String> struckOff = ConcurrentHashMap.newKeySet();

    Deliveries(StateStore<?> store) {
        this.store = store;
    }

    /** One of this process's names. */
    private static final class Own {
        final String name;
        final TreeSet<Long> open = new TreeSet<>();
        long last;
        long noted;
        int left;

        Own(String name) {
            this.name = name;
        }

        Stamp next() {
            open.add(++last);
            return new Stamp(name, last);
        }

        long toldUpTo() {
            return open.isEmpty() ? last : open.first() - 1;
        }

        /** Whether everything that can still be told of it is told and noted. */
        boolean isOver() {
            return open.size() == left && noted == toldUpTo();
        }
    }

    /** The stamp of a write about to be made; it is to be {@link #told} or {@link #left} afterwards. */
    Stamp begin() {
        synchronized (this) {
            if (current != null) return current.next();
        }
        String name = store.enlist(); // not under the lock, since it waits for the store
        synchronized (this) {
            if (current == null) current = new Own(name);
            return current.next();
        }
    }

    /** Everything that documents written so listed as pending is on Kafka. */
    synchronized void told(Collection<Stamp> stamps) {
        for (Stamp stamp : stamps) {
            Own own = own(stamp.writer());
            if (own != null) own.open.remove(stamp.number());
        }
        if (!stamps.isEmpty() && current != null && current.left > 0) {
            retired.add(current);
            current = null;
        }
    }

    /** Nobody knows whether it was stored, or it could not be told: somebody has to look. */
    synchronized void left(Collection<Stamp> stamps) {
        for (Stamp stamp : stamps) {
            Own own = own(stamp.writer());
            if (own != null) own.left++;
        }
    }

    /**
     * Whether a write is told, as far as is known. What other processes have told the store is asked once, and once more
     * about a writer nobody has heard of: whoever enlisted after the first answer has told nothing yet, and whoever is
     * still not there has been struck off, and has left nothing.
     */
    Predicate<Stamp> look() {
        return new Predicate<>() {
            private Map<String, Long> answer = Map.of();

            @Override
            public boolean test(Stamp stamp) {
                Boolean known = known(stamp);
                if (known != null) return known;
                if (!answer.containsKey(stamp.writer())) answer = ask();
                Long upTo = answer.get(stamp.writer());
                if (upTo == null) struckOff.add(stamp.writer());
                return upTo == null || stamp.number() <= upTo;
            }
        };
    }

    /** True if it is told; unknown for what others have not been known to tell. */
    private synchronized @Nullable Boolean known(Stamp stamp) {
        Own own = own(stamp.writer());
        if (own != null) return !own.open.contains(stamp.number());
        if (struckOff.contains(stamp.writer())) return true;
        Long upTo = others.get(stamp.writer());
        return (upTo != null && stamp.number() <= upTo) ? true : null;
    }

    private Map<String, Long> ask() {
        Map<String, Long> found = new HashMap<>();
        for (Writer writer : store.writers()) found.put(writer.name(), writer.toldUpTo());
        synchronized (this) {
            others = found;
        }
        return found;
    }

    /** Writes down how far this process has told. */
    void note() {
        boolean heard = ++quietTurns >= QUIET_TURNS;
        if (heard) quietTurns = 0;
        List<Own> all = new ArrayList<>();
        synchronized (this) {
            all.addAll(retired);
            if (current != null) all.add(current);
        }
        for (Own own : all) {
            long upTo;
            synchronized (this) {
                upTo = own.toldUpTo();
            }
            if (upTo == own.noted && !heard) continue;
            store.note(own.name, upTo);
            own.noted = upTo;
        }
        synchronized (this) {
            retired.removeIf(Own::isOver);
        }
    }

    /** All writers; of this process's own names as far as it knows itself. */
    List<Writer> writers() {
        List<Writer> all = new ArrayList<>();
        for (Writer writer : store.writers()) {
            synchronized (this) {
                Own own = own(writer.name());
                all.add(own == null ? writer : new Writer(own.name, own.toldUpTo(), writer.heardOf()));
            }
        }
        return all;
    }

    /** Whether a name is one that this process may still write or tell under. */
    synchronized boolean isOwn(String writer) {
        return own(writer) != null;
    }

    private @Nullable Own own(String name) {
        if (current != null && current.name.equals(name)) return current;
        for (Own own : retired) if (own.name.equals(name)) return own;
        return null;
    }
}
