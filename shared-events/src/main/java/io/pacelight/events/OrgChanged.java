package io.pacelight.events;

import org.jspecify.annotations.Nullable;

/** A district, school or other unit; {@code zone} is the IANA time zone its clocks run in. */
public record OrgChanged(
        String district,
        String org,
        String name,
        OrgType orgType,
        @Nullable String parent,
        String zone,
        boolean active) implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.org-changed.v1";

    @Override
    public String key() {
        return Keys.of(district, "org", org);
    }
}
