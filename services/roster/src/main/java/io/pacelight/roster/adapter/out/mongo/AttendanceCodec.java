package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import io.pacelight.roster.application.fold.AttendanceMonth;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** A month of attendance; its id says the district and the student, its rows say the rest. */
public final class AttendanceCodec implements StateCodec<AttendanceMonth> {

    @Override
    public void write(FieldWriter out, AttendanceMonth state) {
        out.documents(
                "rows",
                state.rows().values(),
                (stored, row) -> stored.put("date", row.date().toString())
                        .putAny("class", row.classId())
                        .put("status", row.status().name())
                        .putAny("minutes", row.minutesMissed()));
    }

    @Override
    public AttendanceMonth read(String id, StoredFields in) {
        List<String> parts = List.of(id.split("\\|", -1));
        TreeMap<String, AttendanceRecorded> rows = new TreeMap<>();
        for (StoredRow stored = in.array("rows"); stored.hasNext(); ) {
            StoredFields row = stored.document();
            AttendanceRecorded read = new AttendanceRecorded(
                    parts.get(0),
                    parts.get(1),
                    LocalDate.parse(row.string("date")),
                    row.stringOrNone("class"),
                    AttendanceStatus.valueOf(row.string("status")),
                    row.integerOrNone("minutes"));
            rows.put(AttendanceMonth.place(read), read);
        }
        return new AttendanceMonth(rows);
    }
}
