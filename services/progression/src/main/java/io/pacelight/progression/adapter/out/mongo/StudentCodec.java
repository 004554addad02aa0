package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import io.pacelight.progression.application.StudentState;
import io.pacelight.progression.application.StudentState.Seat;
import io.pacelight.progression.domain.map.StudentMap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One student: {@code {schools, seats: [{class, school, begin, end}…], rows: [[competency, sequence, met]…], open: [code…]}}. */
public final class StudentCodec implements StateCodec<StudentState> {
    @Override
    public void write(FieldWriter out, StudentState state) {
        out.strings("schools", state.schools())
                .documents("seats", state.seats(), StudentCodec::write)
                .rows(
                        "rows",
                        new TreeMap<>(state.map().rows()).values(),
                        (row, of) -> row.add(of.competency()).add(of.sequence()).add(of.meetsPrerequisite()))
                .strings("open", new TreeSet<>(state.map().unlocked()));
    }

    @Override
    public StudentState read(String id, StoredFields in) {
        List<String> schools = in.strings("schools");
        List<Seat> seats = in.documents("seats", StudentCodec::read);
        Map<String, StudentMap.Row> rows = new HashMap<>();
        for (StoredRow stored = in.array("rows"); stored.hasNext(); ) {
            StoredRow row = stored.array();
            String competency = row.string();
            rows.put(competency, new StudentMap.Row(competency, row.number(), row.flag()));
        }
        return new StudentState(schools, seats, new StudentMap(rows, new HashSet<>(in.strings("open"))));
    }

    private static void write(FieldWriter out, Seat seat) {
        out.put("class", seat.classId())
                .put("school", seat.school())
                .put("begin", Objects.toString(seat.begin(), null))
                .put("end", Objects.toString(seat.end(), null));
    }

    private static Seat read(StoredFields in) {
        return new Seat(in.string("class"), in.string("school"), date(in, "begin"), date(in, "end"));
    }

    private static @Nullable LocalDate date(StoredFields in, String field) {
        String text = in.stringOrNone(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
