package io.pacelight.events;

/** Another reason joined a conference that was due already, or one was withdrawn. */
public record ConferenceTaskJoined(String district, String student, ConferenceTask task) implements StudentEvent {
    public static final String TYPE = "io.pacelight.conference-task-joined.v1";
}
