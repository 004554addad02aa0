package io.pacelight.events;

import org.jspecify.annotations.Nullable;

/** The only event that carries names and addresses; {@code person} is the key that roster issued ({@code stu_}, {@code stf_} or {@code gdn_}). */
public record PersonChanged(
        String district,
        String person,
        PersonKind kind,
        String sourcedId,
        @Nullable String username,
        String givenName,
        String familyName,
        @Nullable String email,
        boolean active)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.person-changed.v1";

    @Override
    public String key() {
        return Keys.of(district, person);
    }
}
