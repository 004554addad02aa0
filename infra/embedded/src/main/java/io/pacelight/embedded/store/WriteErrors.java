package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a write command were refused; an ordered command ends at the first. */
final class WriteErrors {
    private final boolean ordered;
    private final List<Document> errors = new ArrayList<>();

    WriteErrors(Document command) {
        this.ordered = !Boolean.FALSE.equals(command.get("ordered"));
    }

    boolean mayGoOn() {
        return errors.isEmpty() || !ordered;
    }

    void add(int index, MongoServerException refused) {
        Document error = new Document("index", index).append("errmsg", refused.getMessageWithoutErrorCode());
        if (refused instanceof MongoServerError known) {
            error.put("code", known.getCode());
            error.putIfNotNull("codeName", known.getCodeName());
        }
        errors.add(error);
    }

    /** Takes over an error that part of a command was answered with on its own. */
    void add(int index, Document error) {
        error.put("index", index);
        errors.add(error);
    }

    Document addTo(Document answer) {
        if (!errors.isEmpty()) answer.put("writeErrors", errors);
        return answer;
    }
}
