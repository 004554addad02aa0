package io.pacelight.simulator.curriculum;

import java.util.List;

/** The two subjects that the simulated district teaches by competencies, and where they ask for demonstrations. */
public enum Subject {
    MATHEMATICS(
            'M',
            "Mathematics",
            "Mathematics",
            List.of("unit task", "design challenge", "market day", "data talk", "floor plan", "trip budget")),
    ENGLISH(
            'E',
            "English Language Arts",
            "English",
            List.of("unit task", "book circle", "town letter", "debate", "reading journal", "newsroom"));

    private final char letter;
    private final String title;
    private final String course;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> tasks;

    Subject(char letter, String title, String course, List<String> tasks) {
        this.letter = letter;
        this.title = title;
        this.course = course;
        this.tasks = tasks;
    }

    /** The first letter of the subject's codes. */
    public char letter() {
        return letter;
    }

    public String title() {
        return title;
    }

    /** What its courses are called. */
    public String course() {
        return course;
    }

    /** The tasks in which a competency can be demonstrated. */
    public List<String> tasks() {
        return tasks;
    }

    static Subject of(String code) {
        return code.charAt(0) == MATHEMATICS.letter ? MATHEMATICS : ENGLISH;
    }
}
