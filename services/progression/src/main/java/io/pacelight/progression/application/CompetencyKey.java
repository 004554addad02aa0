package io.pacelight.progression.application;

import io.pacelight.events.Keys;

/** One student on one competency: the id of a state document. */
public record CompetencyKey(String district, String student, String competency) {

    /** Reads {@code district|student|competency}. */
    public static CompetencyKey parse(String id) {
        int first = id.indexOf('|');
        int second = id.indexOf('|', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("not a key of district, student and competency");
        }
        return new CompetencyKey(id.substring(0, first), id.substring(first + 1, second), id.substring(second + 1));
    }

    public String id() {
        return Keys.of(district, student, competency);
    }

    /** The id of the student's own document. */
    public String studentId() {
        return Keys.of(district, student);
    }
}
