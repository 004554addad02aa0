package io.pacelight.roster.domain.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person's part in a class; course and school are those of the class. Both days are inclusive. */
public record EnrolmentFact(
        String classId,
        String course,
        String school,
        String role,
        boolean primary,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {

    public boolean isStudent() {
        return role.equals("student");
    }

    public boolean isTeacher() {
        return role.equals("teacher");
    }

    public boolean on(LocalDate day) {
        return (begin == null || !begin.isAfter(day)) && (end == null || !end.isBefore(day));
    }

    /** The same enrolment at the place where its class now is. */
    public EnrolmentFact at(ClassPlace place) {
        return new EnrolmentFact(classId, place.course(), place.school(), role, primary, begin, end);
    }

    /** Whether {@code later} ends it: it is gone, or now ends before {@code today} and before it did. */
    public boolean isEndedBy(@Nullable EnrolmentFact later, LocalDate today) {
        if (later == null) {
            return true;
        }
        LocalDate newEnd = later.end();
        return newEnd != null && newEnd.isBefore(today) && (end == null || newEnd.isBefore(end));
    }
}
