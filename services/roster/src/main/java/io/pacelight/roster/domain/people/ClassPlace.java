package io.pacelight.roster.domain.people;

/** Which course a class teaches and at which school. */
public record ClassPlace(String course, String school) {}
