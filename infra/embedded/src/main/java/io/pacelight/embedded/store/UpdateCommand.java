package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the changes of one command. Those of one document that its id names are made in bytes where the change allows it, all
 * others one by one by mongo-java-server.
 */
final class UpdateCommand {
    private static final int MISSING_FIELD = 40414;

    private final OrderedCollection collection;
    private final Document command;
    private final UnaryOperator<Document> anyUpdate;
    private final WriteErrors errors;
    private final List<Document> upserted = new ArrayList<>();
    private int matched;
    private int modified;

    /**
     * Prepares a command.
     *
     * @param anyUpdate runs a command with any update, whose changes are documents
     */
    UpdateCommand(OrderedCollection collection, Document command, UnaryOperator<Document> anyUpdate) {
        this.collection = collection;
        this.command = command;
        this.anyUpdate = anyUpdate;
        this.errors = new WriteErrors(command);
    }

    Document run() {
        List<?> updates = command.get("updates") instanceof List<?> sent ? sent : List.of();
        for (int i = 0; i < updates.size() && errors.mayGoOn(); i++) {
            try {
                run(i, (Document) updates.get(i));
            } catch (MongoServerException refused) {
                errors.add(i, refused);
            }
        }
        Document answer = new Document("n", matched + upserted.size()).append("nModified", modified);
        if (!upserted.isEmpty()) answer.put("upserted", upserted);
        return errors.addTo(answer).append("ok", 1.0);
    }

    private void run(int index, Document update) {
        if (!(update.get("q") instanceof Document asked))
            throw new MongoServerError(MISSING_FIELD, "BSON field 'update.updates.q' is missing but a required field");
        Document query = Conditions.flat(asked);
        RawUpdate change = pinsId(query) ? ofOneDocument(update) : null;
        Outcome outcome = change == null ? Outcome.MISSED : collection.change(query, change);
        boolean inserts = outcome == Outcome.MISSED && Utils.isTrue(update.get("upsert"));
        if (change == null || inserts) {
            take(index, anyUpdate.apply(alone(update)));
        } else {
            if (outcome != Outcome.MISSED) matched++;
            if (outcome == Outcome.CHANGED) modified++;
        }
    }

    /** The change, if it is of one document at most and can be made in bytes. */
    private static @Nullable RawUpdate ofOneDocument(Document update) {
        boolean one = !Utils.isTrue(update.get("multi")) && !update.containsKey("arrayFilters");
        return one && update.get("u") instanceof RawBson raw ? RawUpdate.of(raw) : null;
    }

    private static boolean pinsId(Document query) {
        if (!KeyWriter.canLookUp(query.get(Ids.NAME))) return false;
        for (String name : query.keySet()) if (name.startsWith("$")) return false;
        return true;
    }

    private Document alone(Document update) {
        Document decoded = update.clone();
        if (update.get("u") instanceof RawBson raw) decoded.put("u", raw.decode());
        Document only = command.clone();
        only.put("updates", List.of(decoded));
        return only;
    }

    private void take(int index, Document answer) {
        List<Document> inserted = documents(answer.get("upserted"));
        matched += number(answer, "n") - inserted.size();
        modified += number(answer, "nModified");
        for (Document document : inserted)
            upserted.add(new Document("index", index).append(Ids.NAME, document.get(Ids.NAME)));
        for (Document error : documents(answer.get("writeErrors"))) errors.add(index, error);
    }

    private static int number(Document answer, String field) {
        return answer.get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static List<Document> documents(@Nullable Object list) {
        List<Document> documents = new ArrayList<>();
        if (list instanceof Iterable<?> each) for (Object one : each) documents.add((Document) one);
        return documents;
    }
}
