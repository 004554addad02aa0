package io.pacelight.embedded.store;

import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The one file (or, without a path, the memory) that holds all databases: a map of documents for each collection and a map of
 * entries for each index. Nothing is written on its own account; what has changed is written by {@link #commit()}.
 */
final class StoreFile implements AutoCloseable {
    private static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";
    private static final int CACHE_MEGABYTES = 48;
    private static final int CLOSING_MILLIS = 1_000;

    private static final int COMMITS_BETWEEN_TIDYING = 1_000;
    private static final int LEAST_FILL_PERCENT = 60;
    private static final int MOST_BYTES_A_TIDYING = 8 * 1024 * 1024;

    private final MVStore store;
    private int commitsSinceTidying;

    private StoreFile(MVStore store) {
        this.store = store;
        allListFields(); // tidying moves only what is open
    }

    static StoreFile open(@Nullable Path file) {
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().cacheSize(CACHE_MEGABYTES);
        if (file != null) builder.fileName(file.toString());
        MVStore store = builder.open();
        store.setRetentionTime(0);
        return new StoreFile(store);
    }

    MVMap<Key, byte[]> documents(String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<Key, byte[]>().keyType(KeyType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    MVMap<Key, Long> entries(String namespace, String index) {
        return store.openMap(
                INDEX + namespace + ":" + index,
                new MVMap.Builder<Key, Long>().keyType(KeyType.INSTANCE).valueType(LongDataType.INSTANCE));
    }

    ListFields listFields(String namespace, String index) {
        return new ListFields(allListFields(), namespace + ":" + index);
    }

    private MVMap<String, Long> allListFields() {
        return store.openMap(
                "listFields",
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    /** The databases that have collections in the file. */
    List<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .distinct()
                .toList();
    }

    void dropDocuments(String namespace) {
        store.removeMap(DOCUMENTS + namespace);
    }

    void dropEntries(String namespace, String index) {
        store.removeMap(INDEX + namespace + ":" + index);
        allListFields().remove(namespace + ":" + index);
    }

    long size() {
        return store.isPersistent() ? store.getFileStore().size() : 0;
    }

    /**
     * When this returns, all changes so far are the operating system's to keep, and the death of the process can't undo them. The
     * disk is waited for only now and then, so nothing is promised for a power cut; who needs that runs MongoDB.
     */
    void commit() {
        store.commit();
        if (store.isPersistent() && ++commitsSinceTidying >= COMMITS_BETWEEN_TIDYING) tidy();
    }

    /** Writes again what is left of the emptiest parts of the file, so that it doesn't grow with every change for ever. */
    private void tidy() {
        commitsSinceTidying = 0;
        if (store.compact(LEAST_FILL_PERCENT, MOST_BYTES_A_TIDYING)) store.commit();
        store.sync();
    }

    @Override
    public void close() {
        store.close(CLOSING_MILLIS);
    }
}
