package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;

/** A document as read for a query, and how many bytes it takes on the wire. */
record Found(Document document, int bytes) {
    static Found in(byte[] bson) {
        return new Found(Bson.decode(bson), bson.length);
    }
}
