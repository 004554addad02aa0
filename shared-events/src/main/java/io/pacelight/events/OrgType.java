package io.pacelight.events;

/** What kind of unit an organisation is. */
public enum OrgType {
    DISTRICT,
    SCHOOL,
    OTHER
}
