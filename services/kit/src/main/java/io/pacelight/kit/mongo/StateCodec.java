package io.pacelight.kit.mongo;

import org.bson.Document;

/** How one kind of state stands in its document; reading what was written gives an equal state. */
public interface StateCodec<S> {
    Document write(S state);

    S read(String id, Document stored);

    /** Top-level fields beside the state, for indexes; names must not be among {@link MongoStateStore}'s own. */
    default Document indexed(String id, S state) {
        return new Document();
    }
}
