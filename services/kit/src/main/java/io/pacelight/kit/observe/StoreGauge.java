package io.pacelight.kit.observe;

import io.micrometer.core.instrument.Tags;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A number that is read from the store and so is right after any restart, unlike a counter. Every instance reads the
 * same one: queries take the maximum over instances, never the sum.
 *
 * @param unit base unit such as {@code seconds}; none for a plain count
 * @param tags bounded
 * @param reading asks the store; may take its time and may throw
 */
public record StoreGauge(MeterName meter, @Nullable String unit, Tags tags, DoubleSupplier reading) {}
