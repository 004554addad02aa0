package io.pacelight.reporting.application;

/** How many records of a district reporting could not read and still keeps aside. */
@FunctionalInterface
public interface Quarantined {
    int waiting(String district);
}
