package io.pacelight.embedded.store;

import io.pacelight.embedded.bson.RawBson;

/** A document as it lies in the store, and the key it lies under. */
record Found(Key position, RawBson document) {
    static Found at(Key position, byte[] stored) {
        return new Found(position, RawBson.stored(stored));
    }
}
