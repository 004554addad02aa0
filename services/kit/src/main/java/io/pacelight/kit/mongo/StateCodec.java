package io.pacelight.kit.mongo;

/** How one kind of state stands in its document; reading what was written gives an equal state. */
public interface StateCodec<S> {
    void write(FieldWriter out, S state);

    S read(String id, StoredFields in);

    /** Top-level fields beside the state, for indexes; names must not be among {@link MongoStateStore}'s own. */
    default void index(FieldWriter out, String id, S state) {}
}
