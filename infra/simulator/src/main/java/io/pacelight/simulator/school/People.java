package io.pacelight.simulator.school;

import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The people of a district: staff are listed, students are made up on demand and always the same. */
public final class People {
    /** Where staff have their mail; a name that can't exist on the Internet. */
    public static final String DOMAIN = "cedarreach.example";

    private static final double SECOND_GUARDIAN = 0.6;
    private static final double SAME_FAMILY_NAME = 0.75;

    private final long seed;
    private final Names names;
    private final Set<String> usernames = new HashSet<>();

    People(long seed, Names names) {
        this.seed = seed;
        this.names = names;
    }

    /** The student with the given number in the given school. */
    Student student(int number, School school) {
        Draw draw = Draw.about(Topic.PERSON, seed, number);
        String[] name = names.person(draw);
        int grade = school.gradeOf(number);
        LocalDate born =
                LocalDate.of(SchoolYear.FIRST_DAY.getYear() - grade - 6, 9, 1).plusDays(draw.below(365));
        String sex = draw.chance(0.02) ? "unspecified" : draw.chance(0.49) ? "female" : "male";
        String digits = digits(number + 1, 7);
        return new Student(
                number,
                Student.id(number),
                name[0],
                name[1],
                Names.plain(name[0].substring(0, 1)) + Names.plain(name[1]) + (number + 1),
                grade,
                born,
                sex,
                guardians(number, name[1], digits));
    }

    /** A new member of staff with a user name that nobody has yet. */
    Staff staff(String id, String role, String org, long place) {
        String[] name = names.person(Draw.about(Topic.STAFF, seed, place));
        String plain = Names.plain(name[0]) + "." + Names.plain(name[1]);
        String username = plain;
        for (int again = 2; !usernames.add(username); again++) username = plain + again;
        return new Staff(id, name[0], name[1], username, role, org);
    }

    static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private List<Student.Guardian> guardians(int number, String family, String digits) {
        Draw draw = Draw.about(Topic.GUARDIAN, seed, number);
        int count = draw.chance(SECOND_GUARDIAN) ? 2 : 1;
        List<Student.Guardian> guardians = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            String[] name = names.person(draw);
            String own = draw.chance(SAME_FAMILY_NAME) ? family : name[1];
            String username = Names.plain(name[0].substring(0, 1)) + Names.plain(own) + (number + 1) + "p" + i;
            guardians.add(new Student.Guardian("G-" + digits + "-" + i, name[0], own, username));
        }
        return guardians;
    }
}
