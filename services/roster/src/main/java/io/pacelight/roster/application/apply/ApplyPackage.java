package io.pacelight.roster.application.apply;

import io.pacelight.roster.domain.oneroster.Table;
import java.util.Map;

/** Takes a checked package over: organisations, sessions, courses, classes, then people. */
public final class ApplyPackage {
    private ApplyPackage() {}

    /** @param rows how many rows each table has, as the check counted them */
    public static void run(Run run, Map<Table, Integer> rows) {
        new FactStep(run).run();
        ClassStep classes = new ClassStep(run);
        classes.run();
        new PeopleStep(run, classes).run(PeopleStep.rowsOf(rows));
    }
}
