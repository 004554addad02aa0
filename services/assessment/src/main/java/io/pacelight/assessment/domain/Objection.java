package io.pacelight.assessment.domain;

/**
 * Why an attempt can't be taken.
 *
 * @param field as the caller named it
 * @param code stable, for machines
 * @param message what is wrong and how to mend it, for people
 */
public record Objection(String field, String code, String message) {}
