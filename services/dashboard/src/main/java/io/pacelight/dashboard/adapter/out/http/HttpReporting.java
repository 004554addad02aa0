package io.pacelight.dashboard.adapter.out.http;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.Reporting;
import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.StudentRecord;
import io.pacelight.dashboard.domain.Summary;
import io.pacelight.dashboard.domain.Viewer;
import java.net.URI;
import java.net.http.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Reporting over HTTP. */
public final class HttpReporting implements Reporting {

    private final ServiceHttp service;

    public HttpReporting(URI base, HttpClient http, JsonMapper json) {
        this.service = new ServiceHttp("reporting", base.resolve("/api/reporting/v1"), http, json);
    }

    @Override
    public Viewer viewer(Caller caller) {
        return service.get(caller, Viewer.class, "me");
    }

    @Override
    public ClassGrid grid(Caller caller, String classId) {
        return service.get(caller, ClassGrid.class, "classes", classId, "grid");
    }

    @Override
    public StudentRecord student(Caller caller, String studentId) {
        return service.get(caller, StudentRecord.class, "students", studentId);
    }

    @Override
    public Summary school(Caller caller, String schoolId) {
        return service.get(caller, Summary.class, "schools", schoolId);
    }

    @Override
    public Summary district(Caller caller, String districtId) {
        return service.get(caller, Summary.class, "districts", districtId);
    }
}
