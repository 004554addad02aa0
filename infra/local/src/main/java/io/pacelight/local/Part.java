package io.pacelight.local;

import io.pacelight.assessment.AssessmentApplication;
import io.pacelight.dashboard.DashboardApplication;
import io.pacelight.intervention.InterventionApplication;
import io.pacelight.progression.ProgressionApplication;
import io.pacelight.reporting.ReportingApplication;
import io.pacelight.roster.RosterApplication;
import java.util.List;

/**
 * A service that the launcher starts in a Spring context of its own.
 *
 * @param name its name in addresses and properties, and of its configuration file
 */
record Part(String name, Class<?> application) {

    static final Part DASHBOARD = new Part("dashboard", DashboardApplication.class);

    /** In the order in which they start; the dashboard comes after all of them. */
    static List<Part> services() {
        return List.of(
                new Part("roster", RosterApplication.class),
                new Part("assessment", AssessmentApplication.class),
                new Part("progression", ProgressionApplication.class),
                new Part("intervention", InterventionApplication.class),
                new Part("reporting", ReportingApplication.class));
    }
}
