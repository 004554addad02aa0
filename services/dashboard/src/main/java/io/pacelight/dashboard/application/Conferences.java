package io.pacelight.dashboard.application;

import io.pacelight.dashboard.domain.ConferenceQueue;

/** The conference queue and what can be done with a row of it. */
public interface Conferences {

    ConferenceQueue queue(Caller caller, String classId);

    void start(Caller caller, String conferenceId);

    void done(Caller caller, String conferenceId, ConferenceQueue.Outcome outcome, String nextStep);

    void snooze(Caller caller, String conferenceId, int meetings);

    void notNeeded(Caller caller, String conferenceId, String reason);
}
