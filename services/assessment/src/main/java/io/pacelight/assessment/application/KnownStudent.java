package io.pacelight.assessment.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of a student as recording needs: who it is, and who may record. */
public record KnownStudent(
        String key, @Nullable String sourcedId, List<String> schools, List<Place> places, boolean active) {
    /** A class, first and last day inclusive. */
    public record Place(
            String classId,
            @Nullable LocalDate begin,
            @Nullable LocalDate end) {
        boolean covers(LocalDate day) {
            return (begin == null || !day.isBefore(begin)) && (end == null || !day.isAfter(end));
        }
    }

    public KnownStudent {
        schools = List.copyOf(schools);
        places = List.copyOf(places);
    }

    public static KnownStudent unheardOf(String key) {
        return new KnownStudent(key, null, List.of(), List.of(), true);
    }

    /** Ids of the classes that the student is in on a day. */
    public List<String> classesOn(LocalDate day) {
        return places.stream()
                .filter(place -> place.covers(day))
                .map(Place::classId)
                .toList();
    }
}
