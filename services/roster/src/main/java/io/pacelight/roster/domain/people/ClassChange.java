package io.pacelight.roster.domain.people;

import io.pacelight.roster.domain.people.PersonChange.Parts;
import org.jspecify.annotations.Nullable;

/**
 * What one import says of one class.
 *
 * @param district the district whose roster it is
 * @param fact the new facts, or null to keep them
 * @param withdrawn the class is no longer in the roster
 * @param teachers by the sourcedId of their enrolment
 */
public record ClassChange(String district, @Nullable ClassFact fact, boolean withdrawn, Parts<Teaching> teachers) {}
