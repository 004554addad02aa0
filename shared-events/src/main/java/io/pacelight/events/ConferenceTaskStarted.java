package io.pacelight.events;

/** A teacher began the conference and owns it. */
public record ConferenceTaskStarted(String district, String student, ConferenceTask task) implements StudentEvent {
    public static final String TYPE = "io.pacelight.conference-task-started.v1";
}
