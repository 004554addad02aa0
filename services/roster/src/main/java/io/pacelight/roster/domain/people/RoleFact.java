package io.pacelight.roster.domain.people;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person does at one organisation. */
public record RoleFact(
        String role,
        String org,
        boolean primary,
        @Nullable LocalDate begin,
        @Nullable LocalDate end) {
    private static final Set<String> FAMILY = Set.of("guardian", "parent", "relative");

    public boolean isStudent() {
        return role.equals("student");
    }

    public boolean isFamily() {
        return FAMILY.contains(role);
    }

    public boolean isStaff() {
        return !isStudent() && !isFamily() && !role.startsWith("ext:");
    }
}
