package io.pacelight.dashboard.adapter.out.http;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.Conferences;
import io.pacelight.dashboard.domain.ConferenceQueue;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Conferences over HTTP. */
public final class HttpConferences implements Conferences {

    private final ServiceHttp service;

    public HttpConferences(URI base, HttpClient http, JsonMapper json) {
        this.service = new ServiceHttp("intervention", base.resolve("/api/intervention/v1"), http, json);
    }

    @Override
    public ConferenceQueue queue(Caller caller, String classId) {
        return service.get(caller, ConferenceQueue.class, "classes", classId, "conferences");
    }

    @Override
    public void start(Caller caller, String conferenceId) {
        command(caller, conferenceId, "start", Map.of());
    }

    @Override
    public void done(Caller caller, String conferenceId, ConferenceQueue.Outcome outcome, String nextStep) {
        command(caller, conferenceId, "done", Map.of("outcome", outcome, "nextStep", nextStep));
    }

    @Override
    public void snooze(Caller caller, String conferenceId, int meetings) {
        command(caller, conferenceId, "snooze", Map.of("meetings", meetings));
    }

    @Override
    public void notNeeded(Caller caller, String conferenceId, String reason) {
        command(caller, conferenceId, "not-needed", Map.of("reason", reason));
    }

    private void command(Caller caller, String conferenceId, String verb, Map<String, Object> body) {
        service.post(caller, body, Map.of(), "conferences", conferenceId, verb);
    }
}
