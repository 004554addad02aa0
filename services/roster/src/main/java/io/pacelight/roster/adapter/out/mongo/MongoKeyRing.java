package io.pacelight.roster.adapter.out.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import io.pacelight.events.Keys;
import io.pacelight.roster.application.KeyRing;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.people.PersonKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Keys of people as {@code {_id: district|sourcedId, stu, stf, gdn}}, 100 random bits each. */
public final class MongoKeyRing implements KeyRing {
    private static final int DUPLICATE_KEY = 11000;
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    private final MongoCollection<Document> collection;
    private final SecureRandom random = new SecureRandom();

    public MongoKeyRing(MongoDatabase database) {
        this.collection = database.getCollection("keys");
        this.collection.createIndex(Indexes.ascending("stu"), new IndexOptions().unique(true));
    }

    @Override
    public Map<String, PersonKeys> find(String district, Collection<String> sourcedIds) {
        Map<String, PersonKeys> found = new HashMap<>();
        if (sourcedIds.isEmpty()) {
            return found;
        }
        List<String> ids = sourcedIds.stream()
                .filter(id -> !id.isEmpty() && id.indexOf('|') < 0)
                .map(id -> Keys.of(district, id))
                .toList();
        for (Document stored : collection.find(in("_id", ids)).batchSize(10_000)) {
            found.put(
                    DocumentId.parse(stored.getString("_id")).key(),
                    new PersonKeys(stored.getString("stu"), stored.getString("stf"), stored.getString("gdn")));
        }
        return found;
    }

    @Override
    public Map<String, PersonKeys> issue(String district, Collection<String> sourcedIds) {
        Map<String, PersonKeys> keys = find(district, sourcedIds);
        List<Document> missing = new ArrayList<>();
        for (String id : sourcedIds) {
            if (!keys.containsKey(id)) {
                PersonKeys issued = new PersonKeys("stu_" + chance(), "stf_" + chance(), "gdn_" + chance());
                keys.put(id, issued);
                missing.add(new Document("_id", Keys.of(district, id))
                        .append("stu", issued.student())
                        .append("stf", issued.staff())
                        .append("gdn", issued.guardian()));
            }
        }
        if (missing.isEmpty()) {
            return keys;
        }
        try {
            collection.insertMany(missing, new InsertManyOptions().ordered(false));
            return keys;
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY) {
                    throw e;
                }
            }
            return find(district, sourcedIds);
        }
    }

    private String chance() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @Override
    public Map<String, String> sourcedIdsOfStudents(String district, Collection<String> studentKeys) {
        Map<String, String> found = new HashMap<>();
        if (studentKeys.isEmpty()) {
            return found;
        }
        for (Document stored : collection.find(in("stu", studentKeys)).batchSize(10_000)) {
            DocumentId id = DocumentId.parse(stored.getString("_id"));
            if (id.district().equals(district)) {
                found.put(stored.getString("stu"), id.key());
            }
        }
        return found;
    }
}
