package io.pacelight.roster.domain.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a class is: one row of classes.csv. */
public record ClassFact(
        String title,
        String course,
        String school,
        List<String> terms,
        List<String> periods,
        @Nullable String room,
        @Nullable String code,
        String type,
        List<String> grades,
        List<String> subjects) {
    public ClassFact {
        terms = List.copyOf(terms);
        periods = List.copyOf(periods);
        grades = List.copyOf(grades);
        subjects = List.copyOf(subjects);
    }

    public ClassPlace place() {
        return new ClassPlace(course, school);
    }
}
