package io.pacelight.roster.domain.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a person is: one row of users.csv, without what Pacelight has no use for. */
public record UserFact(
        boolean enabled,
        @Nullable String username,
        String givenName,
        String familyName,
        @Nullable String middleName,
        @Nullable String preferredGivenName,
        @Nullable String preferredFamilyName,
        @Nullable String identifier,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String primaryOrg,
        List<String> grades) {
    public UserFact {
        grades = List.copyOf(grades);
    }

    /** The name the person goes by. */
    public String shownGivenName() {
        return preferredGivenName == null ? givenName : preferredGivenName;
    }

    /** The family name the person goes by. */
    public String shownFamilyName() {
        return preferredFamilyName == null ? familyName : preferredFamilyName;
    }
}
