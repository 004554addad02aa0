package io.pacelight.dashboard.adapter.out.http;

import io.pacelight.dashboard.application.Attempts;
import io.pacelight.dashboard.application.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Attempts over HTTP. */
public final class HttpAttempts implements Attempts {

    private final ServiceHttp service;

    public HttpAttempts(URI base, HttpClient http, JsonMapper json) {
        this.service = new ServiceHttp("assessment", base.resolve("/api/assessment/v1"), http, json);
    }

    @Override
    public void record(Caller caller, NewAttempt attempt, String idempotencyKey) {
        service.post(caller, attempt, Map.of("Idempotency-Key", idempotencyKey), "attempts");
    }
}
