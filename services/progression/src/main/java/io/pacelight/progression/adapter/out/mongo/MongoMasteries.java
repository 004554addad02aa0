package io.pacelight.progression.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.application.Masteries;
import io.pacelight.progression.domain.mastery.Mastery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** States of competencies, asked for by id range, by student and by competency. */
public final class MongoMasteries implements Masteries {
    private static final int PAGE = 1_000;

    private final MongoStateStore<Mastery> store;

    public MongoMasteries(MongoStateStore<Mastery> store) {
        this.store = store;
        store.collection().createIndex(Indexes.ascending(MasteryCodec.STUDENT));
        store.collection().createIndex(Indexes.ascending(MasteryCodec.COMPETENCY));
    }

    @Override
    public List<CompetencyKey> ofStudents(Collection<String> students) {
        List<CompetencyKey> keys = new ArrayList<>();
        for (Document stored : store.collection()
                .find(in(MasteryCodec.STUDENT, students))
                .projection(Projections.include("_id"))
                .batchSize(10_000)) {
            keys.add(CompetencyKey.parse(stored.getString("_id")));
        }
        return keys;
    }

    @Override
    public List<Kept> ofStudent(String district, String student) {
        List<Kept> kept = new ArrayList<>();
        String prefix = district + "|" + student;
        for (StateDocument<Mastery> stored :
                store.find(within(prefix)).sort(Sorts.ascending("_id")).batchSize(PAGE)) {
            kept.add(kept(stored));
        }
        return kept;
    }

    @Override
    public void eachStudent(String district, Consumer<List<String>> page) {
        TreeSet<String> students = new TreeSet<>();
        for (Document stored : store.collection()
                .find(within(district))
                .projection(Projections.include("_id"))
                .batchSize(10_000)) {
            students.add(CompetencyKey.parse(stored.getString("_id")).studentId());
        }
        List<String> all = List.copyOf(students);
        for (int from = 0; from < all.size(); from += PAGE) {
            page.accept(all.subList(from, Math.min(from + PAGE, all.size())));
        }
    }

    @Override
    public Collection<String> withEvidenceOn(String district, Collection<String> competencies) {
        TreeSet<String> students = new TreeSet<>();
        List<String> keys =
                competencies.stream().map(code -> district + "|" + code).toList();
        for (Document stored : store.collection()
                .find(in(MasteryCodec.COMPETENCY, keys))
                .projection(Projections.include("_id"))
                .batchSize(10_000)) {
            students.add(CompetencyKey.parse(stored.getString("_id")).studentId());
        }
        return students;
    }

    @Override
    public void each(String district, Consumer<List<Kept>> page) {
        List<Kept> kept = new ArrayList<>(PAGE);
        for (StateDocument<Mastery> stored : store.find(within(district)).batchSize(PAGE)) {
            kept.add(kept(stored));
            if (kept.size() == PAGE) {
                page.accept(List.copyOf(kept));
                kept.clear();
            }
        }
        if (!kept.isEmpty()) {
            page.accept(List.copyOf(kept));
        }
    }

    @Override
    public void eachKey(Consumer<List<CompetencyKey>> page) {
        List<CompetencyKey> keys = new ArrayList<>(PAGE);
        for (Document stored :
                store.collection().find().projection(Projections.include("_id")).batchSize(PAGE)) {
            keys.add(CompetencyKey.parse(stored.getString("_id")));
            if (keys.size() == PAGE) {
                page.accept(List.copyOf(keys));
                keys.clear();
            }
        }
        if (!keys.isEmpty()) {
            page.accept(List.copyOf(keys));
        }
    }

    /** All ids that begin with the prefix and a bar; the brace is the character after it. */
    private static Bson within(String prefix) {
        return and(gte("_id", prefix + "|"), lt("_id", prefix + "}"));
    }

    private static Kept kept(StateDocument<Mastery> stored) {
        return new Kept(CompetencyKey.parse(stored.id()), stored.state());
    }
}
