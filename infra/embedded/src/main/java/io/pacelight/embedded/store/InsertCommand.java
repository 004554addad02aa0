package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.pacelight.embedded.bson.BsonWriter;
import io.pacelight.embedded.bson.RawBson;
import java.util.ArrayList;
import java.util.List;

/** Inserts the documents of one command as they came, each whole or not at all. */
final class InsertCommand {
    private InsertCommand() {}

    static Document run(OrderedCollection collection, Document command) {
        WriteErrors errors = new WriteErrors(command);
        int inserted = 0;
        List<RawBson> documents = documents(command);
        for (int i = 0; i < documents.size() && errors.mayGoOn(); i++) {
            try {
                collection.insert(documents.get(i));
                inserted++;
            } catch (MongoServerError refused) {
                errors.add(i, refused);
            }
        }
        return errors.addTo(new Document("n", inserted)).append("ok", 1.0);
    }

    /** They stand beside the command as bytes or, from some clients, within it. */
    private static List<RawBson> documents(Document command) {
        List<RawBson> documents = new ArrayList<>();
        if (command.get("documents") instanceof List<?> sent)
            for (Object each : sent)
                documents.add(each instanceof RawBson raw ? raw : BsonWriter.encode((Document) each));
        return documents;
    }
}
