package io.pacelight.reporting.domain.rollup;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Adds maps of totals, key by key. */
final class Sums {
    private Sums() {}

    static <K, V> Map<K, V> merged(Map<K, V> one, Map<K, V> other, BinaryOperator<V> plus) {
        if (one.isEmpty()) return other;
        if (other.isEmpty()) return one;
        Map<K, V> sum = new HashMap<>(one);
        other.forEach((key, value) -> sum.merge(key, value, plus));
        return sum;
    }
}
