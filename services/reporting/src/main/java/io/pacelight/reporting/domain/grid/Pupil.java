package io.pacelight.reporting.domain.grid;

import io.pacelight.reporting.domain.StudentState;

/** A student of the class under the name by which the viewer sees the student. */
public record Pupil(StudentState state, String name) {}
