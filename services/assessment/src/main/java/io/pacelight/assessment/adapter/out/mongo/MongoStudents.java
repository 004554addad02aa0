package io.pacelight.assessment.adapter.out.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Indexes;
import io.pacelight.assessment.application.KnownStudent;
import io.pacelight.assessment.application.Students;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Students by their key, which is the document's id, and by SIS id over an index. */
public final class MongoStudents implements Students {
    private final MongoStateStore<KnownStudent> store;
    private final BooleanSupplier roster;

    /** @param roster waits until the roster that is on Kafka now is in the store */
    public MongoStudents(MongoStateStore<KnownStudent> store, BooleanSupplier roster) {
        this.store = store;
        this.roster = roster;
        store.collection().createIndex(Indexes.ascending(StudentCodec.SOURCED_ID));
    }

    @Override
    public Map<String, KnownStudent> byKey(String district, Collection<String> keys) {
        Map<String, KnownStudent> found = new HashMap<>();
        List<String> ids = keys.stream().map(key -> district + '|' + key).toList();
        store.load(ids).values().forEach(document -> found.put(document.state().key(), document.state()));
        return found;
    }

    @Override
    public Map<String, KnownStudent> bySourcedId(String district, Collection<String> sourcedIds) {
        Map<String, KnownStudent> found = new HashMap<>();
        List<String> ids = sourcedIds.stream().map(id -> district + '|' + id).toList();
        for (StateDocument<KnownStudent> document : store.find(in(StudentCodec.SOURCED_ID, ids))) {
            KnownStudent student = document.state();
            if (student.sourcedId() != null) found.put(student.sourcedId(), student);
        }
        return found;
    }

    @Override
    public boolean awaitRoster() {
        return roster.getAsBoolean();
    }
}
