package io.pacelight.reporting.application;

import io.pacelight.kit.security.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who reads, and to what purpose if that was said. */
public record Reader(Viewer viewer, @Nullable String purpose) {
    private static final Set<String> LEADERS = Set.of("principal", "siteAdministrator", "administrator");
    private static final Set<String> COACHES = Set.of("counselor", "coach");

    public String district() {
        return viewer.district();
    }

    /** Whoever sees the whole district sees stand-ins for names, unless a purpose is given. */
    public boolean pseudonymous() {
        return viewer.scope().wholeDistrict() && (purpose == null || purpose.isBlank());
    }

    public boolean leads() {
        return viewer.roles().stream().anyMatch(LEADERS::contains);
    }

    public boolean coaches() {
        return viewer.roles().stream().anyMatch(COACHES::contains);
    }

    /** Students and guardians: they see their own record and none of what is for adults at school only. */
    public boolean family() {
        String key = viewer.key();
        return key != null && (key.startsWith("stu_") || key.startsWith("gdn_"));
    }

    /** What to write down of a read: which record, and to what purpose. */
    String note(String what) {
        return purpose == null || purpose.isBlank() ? what : what + "; purpose: " + purpose.strip();
    }
}
