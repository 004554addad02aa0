package io.pacelight.embedded.store;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The one file (or, without a path, the memory) that holds all databases: a map of documents for each collection and a map of
 * entries for each index. Nothing is written on its own account; what has changed is written by {@link #commit()}, first to the
 * {@link Journal} and, when that has become long, to its pages.
 */
final class StoreFile implements AutoCloseable {
    private static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";
    private static final String LIST_FIELDS = "listFields";
    private static final int CACHE_MEGABYTES = 48;
    private static final int CLOSING_MILLIS = 1_000;

    /** Small, so that a changed document drags few others with it when its page is written. */
    private static final int PAGE_BYTES = 4 * 1024;

    /** What a journal may hold before its changes are written into their pages; some hundred milliseconds of work. */
    private static final long LONGEST_JOURNAL = 32L * 1024 * 1024;

    private static final int COMMITS_BETWEEN_TIDYING = 8;
    private static final int LEAST_FILL_PERCENT = 60;
    private static final int MOST_BYTES_A_TIDYING = 8 * 1024 * 1024;

    private final MVStore store;
    private final @Nullable Journal journal;
    private int commitsSinceTidying;

    private StoreFile(MVStore store, @Nullable Path journal, UnaryOperator<FileChannel> disk) {
        this.store = store;
        listFieldsMap(); // tidying moves only what is open
        this.journal = journal == null ? null : Journal.open(journal, this::redo, disk);
        if (this.journal != null) writePages(this.journal);
    }

    static StoreFile open(@Nullable Path file) {
        return open(file, UnaryOperator.identity());
    }

    /** @param disk what lies between the journal and its file */
    static StoreFile open(@Nullable Path file, UnaryOperator<FileChannel> disk) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES);
        if (file != null) builder.fileName(file.toString()).pageSplitSize(PAGE_BYTES);
        MVStore store = builder.open();
        store.setRetentionTime(0);
        return new StoreFile(store, file == null ? null : file.resolveSibling(file.getFileName() + ".journal"), disk);
    }

    Table<Key, byte[]> documents(String namespace) {
        String name = DOCUMENTS + namespace;
        return new Table<>(name, documentsMap(name), journal, Key::bytes, value -> value);
    }

    Table<Key, Long> entries(String namespace, String index) {
        String name = INDEX + namespace + ":" + index;
        return new Table<>(name, entriesMap(name), journal, Key::bytes, StoreFile::bytes);
    }

    ListFields listFields(String namespace, String index) {
        return new ListFields(
                new Table<>(
                        LIST_FIELDS,
                        listFieldsMap(),
                        journal,
                        name -> name.getBytes(StandardCharsets.UTF_8),
                        StoreFile::bytes),
                namespace + ":" + index);
    }

    private MVMap<Key, byte[]> documentsMap(String name) {
        return store.openMap(
                name, new MVMap.Builder<Key, byte[]>().keyType(KeyType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    private MVMap<Key, Long> entriesMap(String name) {
        return store.openMap(
                name, new MVMap.Builder<Key, Long>().keyType(KeyType.INSTANCE).valueType(LongDataType.INSTANCE));
    }

    private MVMap<String, Long> listFieldsMap() {
        return store.openMap(
                LIST_FIELDS,
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
    }

    private void redo(String map, byte @Nullable [] key, byte @Nullable [] value) {
        if (map.startsWith(DOCUMENTS)) redo(documentsMap(map), key == null ? null : new Key(key), value);
        else if (map.startsWith(INDEX))
            redo(entriesMap(map), key == null ? null : new Key(key), value == null ? null : number(value));
        else
            redo(
                    listFieldsMap(),
                    key == null ? null : new String(key, StandardCharsets.UTF_8),
                    value == null ? null : number(value));
    }

    private static <K, V> void redo(MVMap<K, V> map, @Nullable K key, @Nullable V value) {
        if (key == null) map.clear();
        else if (value == null) map.remove(key);
        else map.put(key, value);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static long number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getLong();
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
        remove(DOCUMENTS + namespace);
    }

    void dropEntries(String namespace, String index) {
        listFieldsMap().remove(namespace + ":" + index);
        remove(INDEX + namespace + ":" + index);
    }

    /** The journal must name no map that is gone, or doing it again would bring back what was in it. */
    private void remove(String map) {
        if (journal != null) writePages(journal);
        store.removeMap(map);
        store.commit();
    }

    long size() {
        return store.isPersistent() ? store.getFileStore().size() : 0;
    }

    /**
     * When this returns, all changes so far are the operating system's to keep, and the death of the process can't undo them. The
     * disk is waited for only now and then, so nothing is promised for a power cut; who needs that runs MongoDB.
     */
    void commit() {
        if (journal == null) store.commit();
        else if (journal.commit() >= LONGEST_JOURNAL) writePages(journal);
    }

    /** Whether the last commit failed, so that a kill would undo changes which are in memory already. */
    boolean isBehind() {
        return journal != null && journal.isBehind();
    }

    /** Writes the pages that have changed, after which the journal is not needed any more. */
    private void writePages(Journal written) {
        store.commit();
        written.empty();
        if (++commitsSinceTidying >= COMMITS_BETWEEN_TIDYING) tidy();
    }

    /** Writes again what is left of the emptiest parts of the file, so that it doesn't grow with every change for ever. */
    private void tidy() {
        commitsSinceTidying = 0;
        if (store.compact(LEAST_FILL_PERCENT, MOST_BYTES_A_TIDYING)) store.commit();
        store.sync();
    }

    @Override
    public void close() {
        if (journal != null && !store.isClosed()) {
            writePages(journal);
            journal.close();
        }
        store.close(CLOSING_MILLIS);
    }
}
