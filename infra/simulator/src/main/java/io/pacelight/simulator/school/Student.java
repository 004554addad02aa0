package io.pacelight.simulator.school;

import java.time.LocalDate;
import java.util.List;

/** A student and the guardians; {@code number} counts from 0 through the district. */
public record Student(
        int number,
        String id,
        String given,
        String family,
        String username,
        int grade,
        LocalDate born,
        String sex,
        List<Guardian> guardians) {
    public String name() {
        return given + " " + family;
    }

    /** The OneRoster identifier of the student with a number. */
    public static String id(int number) {
        return "S-" + People.digits(number + 1, 7);
    }

    /** A parent or other adult who cares for the student. */
    public record Guardian(String id, String given, String family, String username) {
        public String email() {
            return username + "@home.example";
        }
    }
}
