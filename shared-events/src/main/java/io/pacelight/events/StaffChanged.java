package io.pacelight.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member of staff may do and where; names travel in {@link PersonChanged} only. */
public record StaffChanged(
        String district, String staff, @Nullable String username, List<StaffRole> roles, boolean active)
        implements ReferenceEvent {
    public static final String TYPE = "io.pacelight.staff-changed.v1";

    public StaffChanged {
        roles = List.copyOf(roles);
    }

    @Override
    public String key() {
        return Keys.of(district, "staff", staff);
    }
}
