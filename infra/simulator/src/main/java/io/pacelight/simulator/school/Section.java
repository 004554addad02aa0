package io.pacelight.simulator.school;

import io.pacelight.simulator.curriculum.Course;
import org.jspecify.annotations.Nullable;

/** One class: a cohort in a course, with its period, room and teachers. Its students are {@code firstStudent} and the {@code size - 1} after. */
public record Section(
        int number,
        String id,
        Course course,
        School school,
        int cohort,
        int firstStudent,
        int size,
        int period,
        String room,
        String teacher,
        @Nullable String coTeacher) {
    public String title() {
        return course.title() + " - P" + period + " - Rm " + room;
    }
}
