package io.pacelight.embedded.store;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks ranges of an ordered map one after the other, reading no more than is asked for. It can be put down and taken up again:
 * then it goes on after the last key it met, in the map as it has become.
 */
final class Walk<V> {
    /** One entry met on the way. */
    record Step<V>(Key key, V value) {}

    private final MVMap<Key, V> map;
    private final List<KeyRange> ranges;
    private final boolean descending;
    private int at;
    private @Nullable Key last;
    private @Nullable Cursor<Key, V> cursor;

    Walk(MVMap<Key, V> map, List<KeyRange> ranges, boolean descending) {
        this.map = map;
        this.ranges = descending ? ranges.reversed() : ranges;
        this.descending = descending;
    }

    static <V> Walk<V> overAll(MVMap<Key, V> map, boolean descending) {
        return new Walk<>(map, List.of(KeyRange.startingWith(Key.EMPTY)), descending);
    }

    Stream<Step<V>> steps() {
        return StreamSupport.stream(new Steps(), false);
    }

    /** Lets go of the map; a cursor must not outlive the command, since a commit may reuse what it would read. */
    void putDown() {
        cursor = null;
    }

    private final class Steps extends AbstractSpliterator<Step<V>> {
        Steps() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super Step<V>> action) {
            for (; at < ranges.size(); at++, last = null, cursor = null) {
                KeyRange range = ranges.get(at);
                Cursor<Key, V> open = cursor == null ? open(range) : cursor;
                cursor = open;
                while (open.hasNext()) {
                    Key key = open.next();
                    if (key.equals(last) || key.equals(range.to())) continue; // a cursor includes both its ends
                    last = key;
                    action.accept(new Step<>(key, open.getValue()));
                    return true;
                }
            }
            return false;
        }

        private Cursor<Key, V> open(KeyRange range) {
            Key start = descending ? range.to() : range.from();
            Key end = descending ? range.from() : range.to();
            return map.cursor(last == null ? start : last, end, descending);
        }
    }
}
