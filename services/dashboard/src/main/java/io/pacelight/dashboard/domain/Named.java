package io.pacelight.dashboard.domain;

/** Something with an id that may stand in an address, and the name people know it by. */
public record Named(String id, String name) {}
