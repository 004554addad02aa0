package io.pacelight.dashboard.application;

import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.StudentRecord;
import io.pacelight.dashboard.domain.Summary;
import io.pacelight.dashboard.domain.Viewer;

/** The read models. Outside the caller’s scope is {@link Refusal.Reason#NOT_FOUND}. */
public interface Reporting {

    Viewer viewer(Caller caller);

    ClassGrid grid(Caller caller, String classId);

    StudentRecord student(Caller caller, String studentId);

    Summary school(Caller caller, String schoolId);

    Summary district(Caller caller, String districtId);
}
