package io.pacelight.events;

/** A OneRoster role name ({@code teacher}, {@code principal}, {@code counselor}, {@code districtAdministrator} and so on) at one organisation. */
public record StaffRole(String role, String org) {}
