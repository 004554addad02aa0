package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;

/** The index on {@code _id}: the documents themselves lie in its order, so it stores nothing of its own. */
final class PrimaryIndex extends OrderedIndex {
    private final Table<Key, byte[]> documents;

    PrimaryIndex(String name, Table<Key, byte[]> documents) {
        super(name, List.of(new IndexKey(Ids.NAME, true)), false);
        this.documents = documents;
    }

    @Override
    Reading read(List<KeyRange> ranges, boolean descending) {
        return Reading.ofDocuments(new Walk<>(documents.map(), ranges, descending));
    }

    /** No two documents have the same id, so each range is one look-up. */
    @Override
    Reading readExactly(List<KeyRange> ranges, boolean descending) {
        return Reading.of((descending ? ranges.reversed() : ranges)
                .stream().map(KeyRange::from).mapMulti((id, found) -> {
                    byte[] stored = documents.get(id);
                    if (stored != null) found.accept(Found.at(id, stored));
                }));
    }

    @Override
    boolean holdsLists(int field) {
        return false;
    }

    @Override
    boolean holdsLists() {
        return false;
    }

    @Override
    boolean coversEveryDocument() {
        return true;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (documents.map().containsKey(positionOf(document)))
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(Ids.NAME)));
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return positionOf(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

    @Override
    public long getCount() {
        return documents.map().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {}
}
