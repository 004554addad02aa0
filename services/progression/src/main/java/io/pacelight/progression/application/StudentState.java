package io.pacelight.progression.application;

import io.pacelight.progression.domain.map.StudentMap;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One student across competencies: where the roster has them, and their map.
 *
 * @param schools by id, ascending; empty for somebody whom the roster hasn't told of
 */
public record StudentState(List<String> schools, List<Seat> seats, StudentMap map) {
    public static final StudentState UNKNOWN = new StudentState(List.of(), List.of(), StudentMap.EMPTY);

    /** A place in a class, from the first to the last day; open where missing. */
    public record Seat(
            String classId,
            String school,
            @Nullable LocalDate begin,
            @Nullable LocalDate end) {
        public boolean on(LocalDate day) {
            return (begin == null || !begin.isAfter(day)) && (end == null || !end.isBefore(day));
        }
    }

    public StudentState {
        schools = schools.stream().sorted().distinct().toList();
        seats = List.copyOf(seats);
    }

    StudentState with(StudentMap newer) {
        return newer.equals(map) ? this : new StudentState(schools, seats, newer);
    }
}
