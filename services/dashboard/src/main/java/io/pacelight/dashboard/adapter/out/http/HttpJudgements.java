package io.pacelight.dashboard.adapter.out.http;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.Judgements;
import io.pacelight.dashboard.domain.Judgement;
import java.net.URI;
import java.net.http.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Judgements over HTTP. */
public final class HttpJudgements implements Judgements {

    private final ServiceHttp service;

    public HttpJudgements(URI base, HttpClient http, JsonMapper json) {
        this.service = new ServiceHttp("progression", base.resolve("/api/progression/v1"), http, json);
    }

    @Override
    public Judgement judgement(Caller caller, String studentId, String code) {
        return service.get(caller, Judgement.class, "students", studentId, "competencies", code);
    }
}
