package io.pacelight.kit.rebuild;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The one document by which all instances know whether their database is whole, and up to where it has to read first. */
final class RebuildMark {
    static final String COLLECTION = "rebuild";

    private static final String ID = "rebuild";

    private final MongoCollection<Document> marks;

    /**
     * What the mark says.
     *
     * @param ends where topics ended when the rebuild began; none once it is over
     * @param over school time at which it was over; none while it is underway or where there never was one
     */
    record Mark(
            boolean underway,
            Map<TopicPartition, Long> ends,
            @Nullable Instant over) {
        Mark {
            ends = Map.copyOf(ends);
        }
    }

    RebuildMark(MongoDatabase database) {
        marks = database.getCollection(COLLECTION);
    }

    @Nullable
    Mark read() {
        Document stored = marks.find(Filters.eq("_id", ID)).first();
        if (stored == null) return null;
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Document end : stored.getList("ends", Document.class, List.of()))
            ends.put(new TopicPartition(end.getString("topic"), end.getInteger("partition")), end.getLong("end"));
        Date over = stored.getDate("over");
        return new Mark(stored.getBoolean("underway", false), ends, over == null ? null : over.toInstant());
    }

    /** Sets the mark unless another instance was first; whatever it is then. */
    Mark set(boolean underway, Map<TopicPartition, Long> ends) {
        try {
            marks.insertOne(new Document("_id", ID).append("underway", underway).append("ends", stored(ends)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e;
        }
        return whatItIs();
    }

    private static List<Document> stored(Map<TopicPartition, Long> ends) {
        List<Document> stored = new ArrayList<>();
        ends.forEach((partition, end) -> stored.add(new Document("topic", partition.topic())
                .append("partition", partition.partition())
                .append("end", end)));
        return stored;
    }

    private Mark whatItIs() {
        Mark mark = read();
        if (mark == null) throw new IllegalStateException("the mark of a rebuild went missing");
        return mark;
    }

    /** A database that was whole, as {@code known} says, has to be built again; whatever the mark is then. */
    Mark again(Mark known, Map<TopicPartition, Long> ends) {
        marks.updateOne(
                Filters.and(
                        Filters.eq("_id", ID),
                        Filters.eq("underway", false),
                        Filters.eq("over", known.over() == null ? null : Date.from(known.over()))),
                Updates.combine(
                        Updates.set("underway", true), Updates.set("ends", stored(ends)), Updates.unset("over")));
        return whatItIs();
    }

    void over(Instant schoolTime) {
        marks.updateOne(
                Filters.and(Filters.eq("_id", ID), Filters.eq("underway", true)),
                Updates.combine(
                        Updates.set("underway", false),
                        Updates.set("ends", List.of()),
                        Updates.set("over", Date.from(schoolTime))));
    }
}
