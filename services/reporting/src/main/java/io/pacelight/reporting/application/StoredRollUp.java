package io.pacelight.reporting.application;

import io.pacelight.reporting.domain.rollup.RollUp;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A total as it was last computed.
 *
 * @param day for which it counts who belongs where; of a sum, the earliest of its parts
 * @param at when it was computed, in school time
 */
public record StoredRollUp(RollUp total, LocalDate day, Instant at) {}
