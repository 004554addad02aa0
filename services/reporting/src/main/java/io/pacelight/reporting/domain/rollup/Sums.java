package io.pacelight.reporting.domain.rollup;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Adds and subtracts maps of totals, key by key; what comes to nothing is not there. */
final class Sums {
    private Sums() {}

    static <K, V> Map<K, V> merged(Map<K, V> one, Map<K, V> other, BinaryOperator<V> plus) {
        if (one.isEmpty()) return other;
        if (other.isEmpty()) return one;
        Map<K, V> sum = new HashMap<>(one);
        other.forEach((key, value) -> sum.merge(key, value, plus));
        return sum;
    }

    /**
     * Takes {@code other} away from {@code one}.
     *
     * @param none the value of a key that is missing
     */
    static <K, V> Map<K, V> reduced(Map<K, V> one, Map<K, V> other, V none, BinaryOperator<V> minus) {
        if (other.isEmpty()) return one;
        Map<K, V> rest = new HashMap<>(one);
        other.forEach((key, value) -> {
            V left = minus.apply(rest.getOrDefault(key, none), value);
            if (left.equals(none)) rest.remove(key);
            else rest.put(key, left);
        });
        return rest;
    }
}
