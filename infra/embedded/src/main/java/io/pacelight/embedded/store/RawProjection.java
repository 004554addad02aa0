package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.pacelight.embedded.bson.BsonSplice;
import io.pacelight.embedded.bson.Elements;
import io.pacelight.embedded.bson.Fields;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A projection that only says which fields at the top are to stay, so that it can be done without decoding any.
 *
 * @param named the fields it lists
 * @param listed whether those stay, or all others
 */
record RawProjection(Fields named, boolean listed) {
    /** The projection as such a one, or null if it says more: paths, operators, or some fields in and some out. */
    static @Nullable RawProjection of(Document projection) {
        List<String> included = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            String name = field.getKey();
            if (name.startsWith("$") || name.contains(".")) return null;
            Boolean in = isIncluded(field.getValue());
            if (in == null) return null;
            (in ? included : excluded).add(name);
        }
        if (included.isEmpty()) return new RawProjection(Fields.of(excluded), false);
        if (excluded.isEmpty()) included.add(Ids.NAME);
        else if (!excluded.equals(List.of(Ids.NAME))) return null;
        return new RawProjection(Fields.of(included), true);
    }

    private static @Nullable Boolean isIncluded(@Nullable Object value) {
        return switch (value) {
            case Boolean in -> in;
            case Number number -> number.doubleValue() != 0;
            case null, default -> null;
        };
    }

    RawBson project(RawBson document) {
        BsonSplice kept = new BsonSplice(listed ? 64 : document.length());
        for (Elements field = document.elements(); field.next(); ) if (field.isIn(named) == listed) kept.add(field);
        return kept.end();
    }
}
