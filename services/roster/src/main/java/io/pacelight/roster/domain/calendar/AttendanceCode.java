package io.pacelight.roster.domain.calendar;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the codes of attendance files mean. */
public enum AttendanceCode {
    /** There all the time. */
    PRESENT,
    /** Away: for the given minutes, or else for all of it. */
    ABSENT,
    /** Away with the minutes told; there all the time where none are. */
    LATE,
    /** Time that counts for nobody's clock. */
    EXCLUDED;

    private static final Map<String, AttendanceCode> CODES = Map.ofEntries(
            Map.entry("PRESENT", PRESENT),
            Map.entry("P", PRESENT),
            Map.entry("INATTENDANCE", PRESENT),
            Map.entry("ABSENT", ABSENT),
            Map.entry("A", ABSENT),
            Map.entry("EXCUSED", ABSENT),
            Map.entry("E", ABSENT),
            Map.entry("EXCUSEDABSENCE", ABSENT),
            Map.entry("UNEXCUSED", ABSENT),
            Map.entry("U", ABSENT),
            Map.entry("UNEXCUSEDABSENCE", ABSENT),
            Map.entry("TARDY", LATE),
            Map.entry("T", LATE),
            Map.entry("LATE", LATE),
            Map.entry("L", LATE),
            Map.entry("EARLYDEPARTURE", LATE),
            Map.entry("PARTIAL", LATE),
            Map.entry("EXCLUDED", EXCLUDED),
            Map.entry("X", EXCLUDED));

    /** Reads a code; letter case, spaces, hyphens and underscores do not matter. */
    public static Optional<AttendanceCode> read(String code) {
        return Optional.ofNullable(CODES.get(code.replaceAll("[\\s_-]", "").toUpperCase(Locale.ROOT)));
    }
}
