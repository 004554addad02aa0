package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.pacelight.embedded.bson.RawBson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a find asks for, and how it and the pages that follow are answered. */
record FindCommand(
        Document filter,
        @Nullable Document sort,
        int skip,
        int limit,
        int batchSize,
        boolean onePage,
        @Nullable Document projection) {

    static FindCommand of(Document command) {
        int batchSize = number(command, "batchSize");
        return new FindCommand(
                command.get("filter") instanceof Document filter ? filter : new Document(),
                (Document) command.get("sort"),
                number(command, "skip"),
                number(command, "limit"),
                batchSize > 0 ? batchSize : PagedCursor.DOCUMENTS_A_PAGE,
                Utils.isTrue(command.get("singleBatch")),
                (Document) command.get("projection"));
    }

    private static int number(Document command, String field) {
        return command.get(field) instanceof Number number ? number.intValue() : 0;
    }

    /** The answer with the first page, or with a later one. */
    static Document answer(String namespace, String batch, List<RawBson> page, long cursor) {
        return new Document(
                        "cursor",
                        new Document("id", cursor).append("ns", namespace).append(batch, page))
                .append("ok", 1.0);
    }
}
