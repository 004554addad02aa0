package io.pacelight.simulator.school;

import java.util.HashMap;
import java.util.Map;

/** Who is busy in which periods of one school. */
final class Timetable {
    private final Map<String, Integer> busy = new HashMap<>();

    /** Books teacher and cohort into the first period from {@code wish} on in which both are free: with at most five and two sections there is one. */
    int place(String teacher, String cohort, int wish) {
        for (int i = 0; i < Bells.PERIODS; i++) {
            int period = (wish + i) % Bells.PERIODS + 1;
            if (isFree(teacher, period) && isFree(cohort, period)) {
                book(teacher, period);
                book(cohort, period);
                return period;
            }
        }
        throw new IllegalStateException("No period is free for both " + teacher + " and " + cohort + ".");
    }

    /** Books the period unless it is taken; says whether it did. */
    boolean book(String who, int period) {
        if (!isFree(who, period)) return false;
        busy.merge(who, 1 << period, (a, b) -> a | b);
        return true;
    }

    private boolean isFree(String who, int period) {
        return (busy.getOrDefault(who, 0) & 1 << period) == 0;
    }
}
