package io.pacelight.kit.observe;

/** A fixed name of something measured; each service lists its own in one enum. Tags are bounded and never hold a person. */
public interface MeterName {
    /** Dotted, as Micrometer has it; Prometheus shows dots as underscores and adds the unit. */
    String meterName();

    String description();
}
