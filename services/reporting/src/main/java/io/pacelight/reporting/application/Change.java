package io.pacelight.reporting.application;

import java.time.Instant;
import java.util.List;

/**
 * Something that a page may show has changed and is in the store.
 *
 * @param kind student, class, school or district
 * @param at school time
 * @param classes of a student, so that whoever sees the student can be told without asking the store
 * @param schools of a student or class
 */
public record Change(Kind kind, String id, String district, Instant at, List<String> classes, List<String> schools) {
    /** What kind of page. */
    public enum Kind {
        STUDENT,
        CLASS,
        SCHOOL,
        DISTRICT
    }

    public Change {
        classes = List.copyOf(classes);
        schools = List.copyOf(schools);
    }
}
