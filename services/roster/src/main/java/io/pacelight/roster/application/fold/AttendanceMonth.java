package io.pacelight.roster.application.fold;

import io.pacelight.events.AttendanceRecorded;
import java.util.Collections;
import java.util.SortedMap;

/** A student's attendance of one month, by date and class. */
public record AttendanceMonth(SortedMap<String, AttendanceRecorded> rows) {
    public AttendanceMonth {
        rows = Collections.unmodifiableSortedMap(rows);
    }

    /** The place of a row in its month: the date, then the class or nothing for the whole day. */
    public static String place(AttendanceRecorded row) {
        return row.date() + "|" + (row.classId() == null ? "" : row.classId());
    }
}
