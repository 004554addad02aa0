package io.pacelight.reporting.application;

import io.pacelight.reporting.domain.rollup.RollUp;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A total as it was last computed.
 *
 * @param day for which it counts who belongs where; of a sum, the earliest of its parts
 * @param calendar edition of the rules and checksum of the school's zone and days by which it was counted; of a sum, 0
 * @param at when it was computed, in school time
 */
public record StoredRollUp(RollUp total, LocalDate day, long calendar, Instant at) {
    /** A total that was never computed. */
    public static final StoredRollUp NONE = new StoredRollUp(RollUp.EMPTY, LocalDate.EPOCH, 0, Instant.EPOCH);
}
