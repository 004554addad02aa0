package io.pacelight.assessment.adapter.out.mongo;

import io.pacelight.assessment.application.KnownStudent;
import io.pacelight.kit.mongo.StateCodec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A student as assessment knows one; {@code sid} is district and SIS id together, for the index. */
public final class StudentCodec implements StateCodec<KnownStudent> {
    static final String SOURCED_ID = "sid";

    @Override
    public Document write(KnownStudent state) {
        List<Document> places = new ArrayList<>();
        for (KnownStudent.Place place : state.places())
            places.add(new Document("class", place.classId())
                    .append("begin", text(place.begin()))
                    .append("end", text(place.end())));
        return new Document("sourcedId", state.sourcedId())
                .append("schools", state.schools())
                .append("places", places)
                .append("active", state.active());
    }

    @Override
    public KnownStudent read(String id, Document stored) {
        List<KnownStudent.Place> places = new ArrayList<>();
        for (Document place : stored.getList("places", Document.class))
            places.add(new KnownStudent.Place(
                    place.getString("class"), date(place.getString("begin")), date(place.getString("end"))));
        return new KnownStudent(
                id.substring(id.indexOf('|') + 1),
                stored.getString("sourcedId"),
                stored.getList("schools", String.class),
                places,
                stored.getBoolean("active", true));
    }

    @Override
    public Document indexed(String id, KnownStudent state) {
        String district = id.substring(0, id.indexOf('|'));
        return state.sourcedId() == null
                ? new Document()
                : new Document(SOURCED_ID, district + '|' + state.sourcedId());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
