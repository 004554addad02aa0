package io.pacelight.embedded;

import org.jspecify.annotations.Nullable;

/** The store under test: an embedded one in memory, or any other that {@code PACELIGHT_TEST_MONGO_URI} names. */
record TestStore(String uri, @Nullable EmbeddedStore embedded) implements AutoCloseable {
    static TestStore open() {
        String elsewhere = System.getenv("PACELIGHT_TEST_MONGO_URI");
        if (elsewhere != null) return new TestStore(elsewhere, null);
        EmbeddedStore store = EmbeddedStore.start(null, 0);
        return new TestStore(store.connectionString(), store);
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }
}
