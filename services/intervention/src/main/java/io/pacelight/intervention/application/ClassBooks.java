package io.pacelight.intervention.application;

import io.pacelight.intervention.domain.ClassBook;

/** The classes of each district, as the reference facts tell them now. */
public interface ClassBooks {
    ClassBook of(String district);
}
