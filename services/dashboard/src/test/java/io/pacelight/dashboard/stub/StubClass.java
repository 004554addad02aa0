package io.pacelight.dashboard.stub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Math 8, room 204: 28 students, 17 competencies in four units, always the same, on a Tuesday in October before the third bell. */
final class StubClass {

    static final Instant NOW = Instant.parse("2026-10-13T15:18:00Z");
    static final String ZONE = "America/Chicago";
    static final List<String> STATES = List.of("NONE", "EMERGING", "APPROACHING", "MASTERY", "EXCEEDS");

    private static final String[][] UNITS = {
        {
            "3",
            "Linear relations",
            "8.EE.B.5a|Unit rates|compare two unit rates",
            "8.EE.B.5|Proportional graphs|graph a proportional relationship",
            "8.F.B.4|Slope, two points|find the slope from two points and say what it means",
            "8.EE.B.6|y = mx + b|write the equation of a line"
        },
        {
            "4",
            "Functions",
            "8.F.A.1|What is a function|tell a function from another relation",
            "8.F.A.2|Compare functions|compare two functions shown in different ways",
            "8.F.A.3|Linear or not|decide whether a function is linear",
            "8.F.B.4b|Model a situation|model a situation with a function",
            "8.F.B.5|Describe a graph|describe a graph in words"
        },
        {
            "5",
            "Systems",
            "8.EE.C.8a|Meaning of a solution|say what a solution of a system means",
            "8.EE.C.8b|Solve by graph|solve a system by its graph",
            "8.EE.C.8c|Solve by algebra|solve a system by algebra",
            "8.EE.C.8d|Real situations|set up a system for a real situation"
        },
        {
            "6",
            "Transformations",
            "8.G.A.2|Congruence|show that two figures are congruent",
            "8.G.A.4|Similarity|show that two figures are similar",
            "8.G.A.5|Angles|reason with angles",
            "8.G.A.3|Dilations|describe a dilation with coordinates"
        },
    };

    private static final String[] NAMES = {
        "Rivera, Mateo", "Natarajan, Priya", "Diallo, Amara", "Weiss, Jonah", "Fischer, Lena", "Adeyemi, Tobi",
                "Bauer, Finn",
        "Castillo, Rosa", "Chen, Wei", "Dubois, Claire", "Evans, Malik", "Farouk, Yasmin", "Garcia, Luis",
                "Haddad, Omar",
        "Ivanova, Mila", "Johansson, Elsa", "Kim, Min-jun", "Lopez, Ana", "Mbeki, Thandi", "Novak, Petr",
                "O’Connor, Aoife",
        "Park, Ji-woo", "Quispe, Inti", "Rossi, Chiara", "Silva, Davi", "Tran, Linh", "Usman, Zainab", "Yilmaz, Deniz"
    };

    record Competency(String code, String name, String iCan, int unit, String unitTitle) {}

    static final class Cell {
        final List<Double> levels = new ArrayList<>();
        boolean next;
        String pace = "NONE";

        double level() {
            return levels.isEmpty()
                    ? 0
                    : levels.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        String state() {
            return STATES.get((int) Math.floor(level()));
        }
    }

    record Student(
            String id,
            String name,
            String pace,
            String stalled,
            double actual,
            double expected,
            int needRank,
            Map<String, Cell> cells) {}

    final List<Competency> competencies = new ArrayList<>();
    final List<Student> students = new ArrayList<>();

    /** Thirty-five students and sixty competencies, to see how the grid bears it. */
    static StubClass big() {
        StubClass big = new StubClass();
        List<Competency> named = List.copyOf(big.competencies);
        List<Student> known = List.copyOf(big.students);
        for (int i = named.size(); i < 60; i++) {
            Competency like = named.get(i % named.size());
            big.competencies.add(
                    new Competency("X." + i, like.name() + " " + i, like.iCan(), 7 + i / 8, "Further work"));
        }
        for (int i = known.size(); i < 35; i++) {
            Student like = known.get(i % known.size());
            big.students.add(new Student(
                    "stu_1%03d".formatted(i),
                    "Second " + like.name(),
                    like.pace(),
                    like.stalled(),
                    like.actual(),
                    like.expected(),
                    i + 1,
                    like.cells()));
        }
        return big;
    }

    StubClass() {
        for (String[] unit : UNITS) {
            for (int i = 2; i < unit.length; i++) {
                String[] c = unit[i].split("\\|");
                competencies.add(new Competency(c[0], c[1], "I can " + c[2], Integer.parseInt(unit[0]), unit[1]));
            }
        }
        Random random = new Random(7);
        for (int i = 0; i < NAMES.length; i++) {
            students.add(student(i, random));
        }
    }

    private Student student(int i, Random random) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        double front = 3.2 + i * 0.24 + random.nextDouble() * 1.6;
        boolean nextGiven = false;
        String pace = i < 5 ? "MISSED" : i < 9 ? "WATCH" : "ON_PACE";
        for (int j = 0; j < competencies.size(); j++) {
            double d = front - j;
            int top = d > 3 && random.nextDouble() < .28
                    ? 4
                    : d > .8 ? 3 : d > -.2 ? 2 : d > -1 && random.nextDouble() < .8 ? 1 : 0;
            if (top == 0 && (nextGiven || j > 12)) {
                continue;
            }
            Cell cell = new Cell();
            for (int a = 0; a < (top == 0 ? 0 : 2 + random.nextInt(5)); a++) {
                cell.levels.add((double) Math.max(1, Math.min(top, 1 + random.nextInt(top))));
            }
            if (top > 0) {
                cell.levels.add((double) top);
            }
            if (top < 3 && !nextGiven) {
                cell.next = true;
                cell.pace = pace;
                nextGiven = true;
            }
            cells.put(competencies.get(j).code(), cell);
        }
        long mastered = cells.values().stream().filter(c -> c.level() >= 3).count();
        String stalled = i == 0 ? "WHEEL_SPINNING" : i == 1 ? "IDLE" : "";
        return new Student(
                "stu_%04d".formatted(i + 1), NAMES[i], pace, stalled, mastered / 17.0, 7.4 / 17, i + 1, cells);
    }

    Student student(String id) {
        return students.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    static Instant ago(Duration duration) {
        return NOW.minus(duration);
    }
}
