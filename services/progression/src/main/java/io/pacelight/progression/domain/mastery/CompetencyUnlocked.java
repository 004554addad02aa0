package io.pacelight.progression.domain.mastery;

/** All prerequisites of a competency are met now. */
public record CompetencyUnlocked(String competency) implements ProgressionEvent {}
