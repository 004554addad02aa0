package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.pacelight.embedded.bson.Fields;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which fields at the top of a document a query, an order or an index looks at: no others need be decoded for it. */
final class NamedFields {
    private static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");

    private final Set<String> names = new LinkedHashSet<>();
    private boolean all;

    private NamedFields() {}

    static Fields of(Document query) {
        NamedFields named = new NamedFields();
        named.collect(query);
        return named.fields();
    }

    static Fields of(Collection<String> paths) {
        NamedFields named = new NamedFields();
        paths.forEach(named::add);
        return named.fields();
    }

    private Fields fields() {
        return all ? Fields.ALL : Fields.of(names);
    }

    private void collect(Document query) {
        for (Map.Entry<String, Object> part : query.entrySet()) {
            if (JUNCTIONS.contains(part.getKey()) && part.getValue() instanceof Collection<?> parts) {
                for (Object each : parts) if (each instanceof Document document) collect(document);
            } else {
                add(part.getKey());
            }
        }
    }

    /** Operators that may look anywhere, and paths that are none, take the whole document. */
    private void add(String path) {
        int dot = path.indexOf('.');
        if (path.startsWith("$") || dot == 0 || path.contains("..")) all = true;
        else names.add(dot < 0 ? path : path.substring(0, dot));
    }
}
