package io.pacelight.progression.domain.mastery;

/** A fact about one student that progression tells. */
public sealed interface ProgressionEvent permits MasteryEvent, CompetencyUnlocked {}
