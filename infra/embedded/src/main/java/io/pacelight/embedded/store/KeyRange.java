package io.pacelight.embedded.store;

/** All keys from one, included, to another, excluded. */
record KeyRange(Key from, Key to) {
    /** All keys that begin with the prefix. */
    static KeyRange startingWith(Key prefix) {
        return new KeyRange(prefix, prefix.afterAllWithThisPrefix());
    }
}
