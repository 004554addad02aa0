package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.pacelight.embedded.bson.Fields;
import java.util.List;

/** An index whose entries lie in key order; a position is the key of the document's id. */
abstract class OrderedIndex extends Index<Key> {
    private final List<String> fields;
    private final Fields looksAt;

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.looksAt = NamedFields.of(fields);
    }

    final List<String> fields() {
        return fields;
    }

    /** The fields at the top of a document in which all that the index is made of lies. */
    final Fields looksAt() {
        return looksAt;
    }

    /** Whether some document has had a list in that field of the index, and so more than one entry. */
    abstract boolean holdsLists(int field);

    abstract boolean holdsLists();

    abstract boolean coversEveryDocument();

    /** The documents in the ranges, each once, in index order or its reverse. */
    abstract Reading read(List<KeyRange> ranges, boolean descending);

    /** The same where each range is all that has certain values in every field of the index. */
    Reading readExactly(List<KeyRange> ranges, boolean descending) {
        return read(ranges, descending);
    }

    @Override
    public final boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && isUnique() == other.isUnique()
                && other instanceof OrderedIndex index
                && fields.equals(index.fields);
    }

    @Override
    public final boolean canHandle(Document query) {
        return Scan.of(this, Conditions.of(query)).narrows();
    }

    @Override
    public final Iterable<Key> getPositions(Document query) {
        return Scan.of(this, Conditions.of(query))
                .read(false)
                .found()
                .map(Found::position)
                .toList();
    }

    @Override
    public final Key getPosition(Document document) {
        return positionOf(document);
    }

    static Key positionOf(Document document) {
        return KeyWriter.keyOf(document.get(Ids.NAME));
    }
}
