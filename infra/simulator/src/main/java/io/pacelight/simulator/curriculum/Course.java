package io.pacelight.simulator.curriculum;

import java.util.List;

/** One subject in one grade: five units of four competencies each, in the order in which they are taught. */
public record Course(int number, String code, Subject subject, int grade, List<Unit> units) {
    public static final int COMPETENCIES = 20;
    public static final int PER_UNIT = 4;

    /** A titled run of competencies. */
    public record Unit(String title, List<Competency> competencies) {}

    /** The identifier in OneRoster. */
    public String id() {
        return "CRS-" + code;
    }

    public String title() {
        return subject.course() + " " + grade;
    }

    /** The competency at a place of the pathway, from 0. */
    public Competency at(int place) {
        return units.get(place / PER_UNIT).competencies().get(place % PER_UNIT);
    }

    /** All competencies in pathway order. */
    public List<Competency> competencies() {
        return units.stream().flatMap(unit -> unit.competencies().stream()).toList();
    }
}
