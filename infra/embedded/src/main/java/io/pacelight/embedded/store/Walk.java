package io.pacelight.embedded.store;

import java.util.Collections;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** Walks ranges of an ordered map one after the other, reading no more than is asked for. */
final class Walk {
    /** One entry met on the way. */
    record Step<V>(Key key, V value) {}

    private Walk() {}

    static <V> Stream<Step<V>> over(MVMap<Key, V> map, List<KeyRange> ranges, boolean descending) {
        List<KeyRange> inOrder = descending ? ranges.reversed() : ranges;
        return inOrder.stream().flatMap(range -> over(map, range, descending));
    }

    private static <V> Stream<Step<V>> over(MVMap<Key, V> map, KeyRange range, boolean descending) {
        Cursor<Key, V> cursor =
                descending ? map.cursor(range.to(), range.from(), true) : map.cursor(range.from(), range.to(), false);
        return StreamSupport.stream(new Steps<>(cursor, range.to()), false);
    }

    static <V> Stream<Step<V>> overAll(MVMap<Key, V> map, boolean descending) {
        return over(map, Collections.singletonList(KeyRange.startingWith(new Key(new byte[0]))), descending);
    }

    private static final class Steps<V> extends AbstractSpliterator<Step<V>> {
        private final Cursor<Key, V> cursor;
        private final Key end;

        Steps(Cursor<Key, V> cursor, Key end) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.cursor = cursor;
            this.end = end;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Step<V>> action) {
            while (cursor.hasNext()) {
                Key key = cursor.next();
                if (key.equals(end)) continue; // a cursor includes both its ends, a range does not
                action.accept(new Step<>(key, cursor.getValue()));
                return true;
            }
            return false;
        }
    }
}
