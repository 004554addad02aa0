package io.pacelight.intervention.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import io.pacelight.events.Keys;
import io.pacelight.intervention.application.Watches;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Watches found by the fields that their codec writes beside them. */
public final class MongoWatches implements Watches {
    private static final int SOME = 5_000;

    private final MongoStateStore<StudentWatch> store;
    private final MongoCollection<Document> collection;

    public MongoWatches(MongoStateStore<StudentWatch> store) {
        this.store = store;
        this.collection = store.collection();
        collection.createIndex(Indexes.ascending("bucket", "due"));
        collection.createIndex(Indexes.ascending("classes"));
        collection.createIndex(Indexes.ascending("open"));
        collection.createIndex(Indexes.ascending("held"));
    }

    @Override
    public @Nullable Stored find(String district, String student) {
        String id = Keys.of(district, student);
        StateDocument<StudentWatch> document = store.load(List.of(id)).get(id);
        return document == null ? null : new Stored(document.state(), document.version());
    }

    @Override
    public List<Stored> waitingIn(String district, Collection<String> classes) {
        List<Stored> found = new ArrayList<>();
        for (StateDocument<StudentWatch> document :
                store.find(in("open", keys(district, classes))).batchSize(SOME))
            found.add(new Stored(document.state(), document.version()));
        return found;
    }

    @Override
    public int heldSince(String district, String staff, Instant since, Instant now) {
        Set<String> days = new LinkedHashSet<>();
        for (LocalDate day = since.atZone(ZoneOffset.UTC).toLocalDate();
                !day.isAfter(now.atZone(ZoneOffset.UTC).toLocalDate());
                day = day.plusDays(1)) days.add(WatchCodec.held(district, staff, day));
        int held = 0;
        for (StateDocument<StudentWatch> document : store.find(in("held", days)))
            for (Conference conference : document.state().conferences())
                if (conference.state() == Conference.State.DONE
                        && staff.equals(conference.by())
                        && conference.closedAt() != null
                        && !conference.closedAt().isBefore(since)) held++;
        return held;
    }

    @Override
    public void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some) {
        if (classes.isEmpty()) return;
        List<String> students = new ArrayList<>();
        for (Document stored : collection
                .find(in("classes", keys(district, classes)))
                .projection(Projections.include("_id"))
                .batchSize(SOME)) {
            String id = stored.getString("_id");
            students.add(id.substring(id.indexOf('|') + 1));
            if (students.size() == SOME) {
                some.accept(List.copyOf(students));
                students.clear();
            }
        }
        if (!students.isEmpty()) some.accept(students);
    }

    @Override
    public List<Due> due(Instant now, Collection<Integer> own, int partitions, int limit) {
        List<Integer> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < WatchCodec.BUCKETS; bucket++)
            if (own.contains(bucket % partitions)) buckets.add(bucket);
        List<Due> due = new ArrayList<>();
        for (Document stored : collection
                .find(and(in("bucket", buckets), lte("due", now.toEpochMilli())))
                .projection(Projections.include("due", "savedAt"))
                .limit(limit))
            due.add(new Due(
                    stored.getString("_id"),
                    Instant.ofEpochMilli(stored.getLong("due")),
                    stored.getDate("savedAt").toInstant()));
        return due;
    }

    @Override
    public long countDue(Instant now) {
        List<Integer> all = IntStream.range(0, WatchCodec.BUCKETS).boxed().toList();
        return collection.countDocuments(and(in("bucket", all), lte("due", now.toEpochMilli())));
    }

    private static List<String> keys(String district, Collection<String> classes) {
        return classes.stream().map(classId -> Keys.of(district, classId)).toList();
    }
}
