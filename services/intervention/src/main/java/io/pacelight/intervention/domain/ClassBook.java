package io.pacelight.intervention.domain;

import org.jspecify.annotations.Nullable;

/** Looks a class up; a class that is not known yet has no clocks. */
@FunctionalInterface
public interface ClassBook {
    @Nullable
    ClassFacts find(String classId);
}
