package io.pacelight.progression.adapter.out.mongo;

import io.pacelight.kit.mongo.StateCodec;
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
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One student: {@code {schools, seats: [{class, school, begin, end}…], rows: [[competency, sequence, met]…], open: [code…]}}. */
public final class StudentCodec implements StateCodec<StudentState> {
    @Override
    public Document write(StudentState state) {
        return new Document("schools", state.schools())
                .append("seats", state.seats().stream().map(StudentCodec::write).toList())
                .append(
                        "rows",
                        new TreeMap<>(state.map().rows())
                                .values().stream()
                                        .map(row -> List.<Object>of(
                                                row.competency(), row.sequence(), row.meetsPrerequisite()))
                                        .toList())
                .append("open", List.copyOf(new TreeSet<>(state.map().unlocked())));
    }

    @Override
    public StudentState read(String id, Document stored) {
        Map<String, StudentMap.Row> rows = new HashMap<>();
        for (List<?> row : stored.getList("rows", List.class)) {
            String competency = (String) row.get(0);
            rows.put(competency, new StudentMap.Row(competency, ((Number) row.get(1)).longValue(), (Boolean)
                    row.get(2)));
        }
        return new StudentState(
                stored.getList("schools", String.class),
                stored.getList("seats", Document.class).stream()
                        .map(StudentCodec::read)
                        .toList(),
                new StudentMap(rows, new HashSet<>(stored.getList("open", String.class))));
    }

    private static Document write(Seat seat) {
        return new Document("class", seat.classId())
                .append("school", seat.school())
                .append("begin", Objects.toString(seat.begin(), null))
                .append("end", Objects.toString(seat.end(), null));
    }

    private static Seat read(Document stored) {
        return new Seat(
                stored.getString("class"), stored.getString("school"), date(stored, "begin"), date(stored, "end"));
    }

    private static @Nullable LocalDate date(Document stored, String field) {
        String text = stored.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
