package io.pacelight.roster.domain.people;

/** The random keys that were issued for one person, one for each part the person may play. */
public record PersonKeys(String student, String staff, String guardian) {}
