package io.pacelight.simulator.curriculum;

/** What a student can do; {@code place} is its position (from 0) in the course and {@code effort} 1 usual, 2 hard, 3 where many and 4 where most get stuck. */
public record Competency(
        String code, String name, String statement, String iCan, int grade, String domain, int place, int effort) {
    /** The code of the unit it belongs to. */
    public String cluster() {
        return code.substring(0, code.lastIndexOf('.'));
    }
}
