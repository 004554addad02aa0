package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import io.pacelight.embedded.bson.BsonSplice;
import io.pacelight.embedded.bson.Elements;
import io.pacelight.embedded.bson.RawBson;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The field {@code _id}: as in MongoDB, each document has one and it stands first. */
final class Ids {
    static final String NAME = "_id";
    private static final int ROOM_FOR_AN_ID = 64;

    private Ids() {}

    /** The document with its id, or else a new one, as its first field. */
    static RawBson first(RawBson document) {
        Elements field = document.elements();
        if (field.next() && field.isNamed(NAME)) return document;
        Elements id = document.field(NAME);
        if (id != null) return putFirst(id, document);
        BsonSplice identified = new BsonSplice(document.length() + ROOM_FOR_AN_ID).add(NAME, new ObjectId());
        for (Elements rest = document.elements(); rest.next(); ) identified.add(rest);
        return identified.end();
    }

    /** The document with that id as its first field. */
    static RawBson putFirst(Elements id, RawBson document) {
        BsonSplice identified = new BsonSplice(document.length() + ROOM_FOR_AN_ID).add(id);
        for (Elements rest = document.elements(); rest.next(); ) if (!rest.isNamed(NAME)) identified.add(rest);
        return identified.end();
    }

    /** The id of a document that has it as its first field. */
    static @Nullable Object of(RawBson document) {
        Elements id = document.elements();
        id.next();
        return id.value();
    }

    /** The key a document with that id lies under. */
    static Key position(@Nullable Object id) {
        if (id instanceof Collection) throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        return KeyWriter.keyOf(id);
    }
}
