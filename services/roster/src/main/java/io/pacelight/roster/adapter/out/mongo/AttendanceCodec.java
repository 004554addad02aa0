package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.roster.application.fold.AttendanceMonth;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;

/** A month of attendance; its id says the district and the student, its rows say the rest. */
public final class AttendanceCodec implements StateCodec<AttendanceMonth> {

    @Override
    public Document write(AttendanceMonth state) {
        return new Document(
                "rows",
                state.rows().values().stream()
                        .map(row -> {
                            Document stored = new Document("date", row.date().toString());
                            Fields.put(stored, "class", row.classId());
                            stored.append("status", row.status().name());
                            return Fields.put(stored, "minutes", row.minutesMissed());
                        })
                        .toList());
    }

    @Override
    public AttendanceMonth read(String id, Document stored) {
        List<String> parts = List.of(id.split("\\|", -1));
        TreeMap<String, AttendanceRecorded> rows = new TreeMap<>();
        for (Document row : stored.getList("rows", Document.class, List.of())) {
            AttendanceRecorded read = new AttendanceRecorded(
                    parts.get(0),
                    parts.get(1),
                    LocalDate.parse(row.getString("date")),
                    row.getString("class"),
                    AttendanceStatus.valueOf(row.getString("status")),
                    row.getInteger("minutes"));
            rows.put(AttendanceMonth.place(read), read);
        }
        return new AttendanceMonth(rows);
    }
}
