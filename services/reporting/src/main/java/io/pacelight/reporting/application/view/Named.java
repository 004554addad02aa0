package io.pacelight.reporting.application.view;

/** Something with an id and a name. */
public record Named(String id, String name) {}
