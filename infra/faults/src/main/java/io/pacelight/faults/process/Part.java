package io.pacelight.faults.process;

import io.pacelight.assessment.AssessmentApplication;
import io.pacelight.intervention.InterventionApplication;
import io.pacelight.progression.ProgressionApplication;
import io.pacelight.reporting.ReportingApplication;
import io.pacelight.roster.RosterApplication;
import java.util.List;
import java.util.Locale;

/** A service of Pacelight and what there is to crash in it. */
enum Part {
    ROSTER(RosterApplication.class, List.of("BEFORE_STORE", "AFTER_STORE", "BEFORE_PUBLISH", "AFTER_PUBLISH")),
    ASSESSMENT(AssessmentApplication.class, all()),
    PROGRESSION(ProgressionApplication.class, all()),
    INTERVENTION(InterventionApplication.class, all()),
    REPORTING(ReportingApplication.class, all());

    private final Class<?> application;

    @SuppressWarnings("ImmutableEnumChecker") // copied
    private final List<CrashPoint> points;

    Part(Class<?> application, List<String> points) {
        this.application = application;
        this.points = points.stream().map(CrashPoint::valueOf).toList();
    }

    private static List<String> all() {
        return List.of(
                "BEFORE_STORE", "AFTER_STORE", "BEFORE_PUBLISH", "AFTER_PUBLISH", "BEFORE_COMMIT", "AFTER_COMMIT");
    }

    /** Name of its configuration, its database, its consumer group. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Class<?> application() {
        return application;
    }

    /** The crash points that its work passes. */
    List<CrashPoint> points() {
        return points;
    }
}
