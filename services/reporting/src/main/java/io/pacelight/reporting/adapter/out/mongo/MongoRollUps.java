package io.pacelight.reporting.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Projections;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import io.pacelight.reporting.application.RollUps;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.application.StoredRollUp.Counted;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/** The totals of buckets and of schools, in a collection each. */
public final class MongoRollUps implements RollUps {
    private final StateStore<StoredRollUp> buckets;
    private final MongoStateStore<StoredRollUp> schools;

    public MongoRollUps(StateStore<StoredRollUp> buckets, MongoStateStore<StoredRollUp> schools) {
        this.buckets = buckets;
        this.schools = schools;
    }

    @Override
    public Map<Bucket, StateDocument<StoredRollUp>> buckets(Collection<Bucket> wanted) {
        return load(buckets, wanted, RollUpIds::of);
    }

    @Override
    public Map<School, StateDocument<StoredRollUp>> schools(Collection<School> wanted) {
        return load(schools, wanted, RollUpIds::of);
    }

    @Override
    public Map<School, StoredRollUp> schoolsOf(String district) {
        return read(schools.find(and(gte("_id", district + '|'), lt("_id", district + '}'))));
    }

    @Override
    public Map<School, Counted> counted() {
        Map<School, Counted> counted = new HashMap<>();
        for (Document stored : schools.collection().find().projection(Projections.include("s.day", "s.cal"))) {
            Document state = stored.get("s", Document.class);
            counted.put(
                    RollUpIds.school(stored.getString("_id")),
                    new Counted(LocalDate.parse(state.getString("day")), state.get("cal", Counted.UNKNOWN)));
        }
        return counted;
    }

    @Override
    public Collection<Bucket> saveBuckets(List<StateDocument<StoredRollUp>> totals) {
        return buckets.save(totals).stream().map(RollUpIds::bucket).toList();
    }

    @Override
    public Collection<School> saveSchools(List<StateDocument<StoredRollUp>> totals) {
        return schools.save(totals).stream().map(RollUpIds::school).toList();
    }

    private static Map<School, StoredRollUp> read(Iterable<StateDocument<StoredRollUp>> found) {
        Map<School, StoredRollUp> totals = new HashMap<>();
        for (StateDocument<StoredRollUp> document : found)
            totals.put(RollUpIds.school(document.id()), document.state());
        return totals;
    }

    private static <K> Map<K, StateDocument<StoredRollUp>> load(
            StateStore<StoredRollUp> store, Collection<K> wanted, Function<K, String> id) {
        Map<String, K> byId = new HashMap<>();
        for (K key : wanted) byId.put(id.apply(key), key);
        Map<String, StateDocument<StoredRollUp>> stored = store.load(byId.keySet());
        Map<K, StateDocument<StoredRollUp>> found = new HashMap<>();
        byId.forEach((documentId, key) -> {
            StateDocument<StoredRollUp> document = stored.get(documentId);
            found.put(key, document == null ? StateDocument.unborn(documentId, StoredRollUp.NONE) : document);
        });
        return found;
    }
}
