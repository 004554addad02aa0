package io.pacelight.simulator.school;

/** A member of staff; {@code role} is OneRoster's word and {@code org} the school or, for the district's office, the district. */
public record Staff(String id, String given, String family, String username, String role, String org) {
    public String email() {
        return username + "@" + People.DOMAIN;
    }

    public String name() {
        return given + " " + family;
    }
}
