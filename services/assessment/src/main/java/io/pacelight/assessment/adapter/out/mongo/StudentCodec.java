package io.pacelight.assessment.adapter.out.mongo;

import io.pacelight.assessment.application.KnownStudent;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A student as assessment knows one; {@code sid} is district and SIS id together, for the index. */
public final class StudentCodec implements StateCodec<KnownStudent> {
    static final String SOURCED_ID = "sid";

    @Override
    public void write(FieldWriter out, KnownStudent state) {
        out.put("sourcedId", state.sourcedId())
                .strings("schools", state.schools())
                .documents(
                        "places",
                        state.places(),
                        (place, of) -> place.put("class", of.classId())
                                .put("begin", text(of.begin()))
                                .put("end", text(of.end())))
                .put("active", state.active());
    }

    @Override
    public KnownStudent read(String id, StoredFields in) {
        return new KnownStudent(
                id.substring(id.indexOf('|') + 1),
                in.stringOrNone("sourcedId"),
                in.strings("schools"),
                in.documents(
                        "places",
                        place -> new KnownStudent.Place(
                                place.string("class"),
                                date(place.stringOrNone("begin")),
                                date(place.stringOrNone("end")))),
                in.flag("active", true));
    }

    @Override
    public void index(FieldWriter out, String id, KnownStudent state) {
        String district = id.substring(0, id.indexOf('|'));
        if (state.sourcedId() != null) out.put(SOURCED_ID, district + '|' + state.sourcedId());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
