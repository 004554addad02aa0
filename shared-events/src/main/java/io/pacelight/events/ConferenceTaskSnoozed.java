package io.pacelight.events;

/** A teacher put the conference off for up to three meetings. */
public record ConferenceTaskSnoozed(String district, String student, ConferenceTask task) implements StudentEvent {
    public static final String TYPE = "io.pacelight.conference-task-snoozed.v1";
}
