package io.pacelight.kit.security;

/** Keeps who read which student's record; a read that can't be written down is not answered. */
@FunctionalInterface
public interface AuditTrail {
    /** @param what which record, such as {@code competencies}; never a value */
    void read(Viewer viewer, String student, String what);
}
