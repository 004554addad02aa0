package io.pacelight.roster.domain.people;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the demographics table says, kept in the roster only; no event carries it.
 *
 * @param marks names of the columns that say true, such as {@code hispanicOrLatinoEthnicity}
 */
public record DemographicsFact(
        @Nullable LocalDate birthDate, @Nullable String sex, Set<String> marks) {
    public DemographicsFact {
        marks = Set.copyOf(marks);
    }
}
