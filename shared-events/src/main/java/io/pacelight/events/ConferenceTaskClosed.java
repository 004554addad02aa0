package io.pacelight.events;

/** The conference is over; the state says how. */
public record ConferenceTaskClosed(String district, String student, ConferenceTask task) implements StudentEvent {
    public static final String TYPE = "io.pacelight.conference-task-closed.v1";
}
