package io.pacelight.events;

/** A snooze ran out, or the conference went to the next person. */
public record ConferenceTaskReopened(String district, String student, ConferenceTask task) implements StudentEvent {
    public static final String TYPE = "io.pacelight.conference-task-reopened.v1";
}
