package io.pacelight.reporting.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.application.Students;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The students' states by id, by class, by bucket and by guardian. */
public final class MongoStudents implements Students {
    private final MongoStateStore<StudentState> store;

    public MongoStudents(MongoStateStore<StudentState> store) {
        this.store = store;
        store.collection().createIndex(Indexes.ascending(StudentCodec.CLASSES));
        store.collection().createIndex(Indexes.ascending(StudentCodec.BUCKETS));
        store.collection().createIndex(Indexes.ascending(StudentCodec.GUARDIANS));
    }

    @Override
    public Optional<StudentState> find(String district, String student) {
        if (student.isEmpty() || student.indexOf('|') >= 0) return Optional.empty();
        String id = Keys.of(district, student);
        return Optional.ofNullable(store.load(List.of(id)).get(id)).map(document -> document.state());
    }

    @Override
    public List<StudentState> ofClass(String district, String classId) {
        List<StudentState> found = new ArrayList<>();
        for (StateDocument<StudentState> document : store.find(eq(StudentCodec.CLASSES, Keys.of(district, classId))))
            found.add(document.state());
        return found;
    }

    @Override
    public Map<Bucket, List<StateDocument<StudentState>>> inBuckets(Collection<Bucket> buckets) {
        Map<String, Bucket> byId = new HashMap<>();
        for (Bucket bucket : buckets) byId.put(RollUpIds.of(bucket), bucket);
        Map<Bucket, List<StateDocument<StudentState>>> found = new HashMap<>();
        for (StateDocument<StudentState> document :
                store.find(in(StudentCodec.BUCKETS, byId.keySet())).batchSize(10_000)) {
            for (String id : StudentCodec.buckets(document.state())) {
                Bucket bucket = byId.get(id);
                if (bucket != null)
                    found.computeIfAbsent(bucket, none -> new ArrayList<>()).add(document);
            }
        }
        return found;
    }

    @Override
    public List<String> childrenOf(String district, String guardian) {
        List<String> children = new ArrayList<>();
        for (Document stored : store.collection()
                .find(eq(StudentCodec.GUARDIANS, Keys.of(district, guardian)))
                .projection(Projections.include("_id")))
            children.add(stored.getString("_id").substring(district.length() + 1));
        return children;
    }
}
