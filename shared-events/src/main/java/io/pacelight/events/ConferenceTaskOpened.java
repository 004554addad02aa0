package io.pacelight.events;

/** A conference became due. */
public record ConferenceTaskOpened(String district, String student, ConferenceTask task) implements StudentEvent {
    public static final String TYPE = "io.pacelight.conference-task-opened.v1";
}
