package io.pacelight.intervention.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Class time that one student missed on one date; that time is not on the student's clock.
 *
 * @param classId the class, or all of the day where missing
 * @param minutes what was missed from the start of the meeting; the whole meeting where missing
 */
public record Absence(
        LocalDate date, @Nullable String classId, @Nullable Integer minutes) {
    boolean concerns(String aClass) {
        return classId == null || classId.equals(aClass);
    }
}
