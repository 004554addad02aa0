package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a query has yet to answer, handed out in pages that fit into one message. Other commands may run between two pages: the
 * next one shows what is to come as it has become.
 */
final class PagedCursor extends AbstractCursor {
    static final int DOCUMENTS_A_PAGE = 1_000;
    /** A quarter of the largest message; a single document may be as large as 16 MB and still fits. */
    private static final int BYTES_A_PAGE = 12 * 1024 * 1024;

    private final Iterator<Found> results;
    private final Runnable putDown;
    private final UnaryOperator<List<RawBson>> projection;
    private @Nullable RawBson next;

    PagedCursor(long id, Reading reading, UnaryOperator<List<RawBson>> projection) {
        super(id);
        this.results = reading.found().iterator();
        this.putDown = reading.putDown();
        this.projection = projection;
        advance();
    }

    @Override
    public boolean isEmpty() {
        return next == null;
    }

    /** The next page: at most that many documents, 0 leaves the number to the store. */
    List<RawBson> nextPage(int most) {
        int documents = most > 0 ? most : DOCUMENTS_A_PAGE;
        List<RawBson> page = new ArrayList<>();
        for (long bytes = 0; next != null && page.size() < documents && bytes < BYTES_A_PAGE; advance()) {
            bytes += next.length();
            page.add(next);
        }
        putDown.run();
        return projection.apply(page);
    }

    @Override
    public List<Document> takeDocuments(int most) {
        return nextPage(most).stream().map(RawBson::decode).toList();
    }

    private void advance() {
        next = results.hasNext() ? results.next().document() : null;
    }
}
