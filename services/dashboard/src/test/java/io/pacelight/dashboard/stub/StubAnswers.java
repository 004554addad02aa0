package io.pacelight.dashboard.stub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the stub’s services answer, in the shapes of the real ones. */
final class StubAnswers {

    static final Map<String, Object> DISTRICT = map("id", "d_prairie", "name", "Grand Prairie Unified");
    static final Map<String, Object> SCHOOL = map("id", "s_eastview", "name", "Eastview Middle");

    private final StubClass room;

    StubAnswers(StubClass room) {
        this.room = room;
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    Map<String, Object> me(String user) {
        List<Object> classes = new ArrayList<>();
        if (user.equals("teacher") || user.equals("leader")) {
            classes.add(klass("c_math8", "Math 8", "3", "204", 28, true));
            classes.add(klass("c_math7", "Math 7", "1", "204", 26, false));
            classes.add(klass("c_alg", "Algebra 1", "6", "211", 24, false));
        }
        List<Object> schools = user.equals("student") || user.equals("empty")
                ? List.of()
                : user.equals("district") ? List.of(SCHOOL, map("id", "s_ash", "name", "Ashgrove")) : List.of(SCHOOL);
        String role =
                switch (user) {
                    case "leader" -> "LEADER";
                    case "district" -> "DISTRICT";
                    case "student" -> "STUDENT";
                    default -> "TEACHER";
                };
        String name =
                switch (user) {
                    case "leader" -> "Dr. Lindqvist";
                    case "district" -> "Rosa Delgado";
                    case "student" -> "Amara Diallo";
                    case "empty" -> "Mr. New";
                    default -> "Ms. Okafor";
                };
        return map(
                "name",
                name,
                "role",
                role,
                "district",
                DISTRICT,
                "schools",
                schools,
                "classes",
                classes,
                "now",
                StubClass.NOW,
                "zone",
                StubClass.ZONE,
                "students",
                user.equals("student") ? List.of(map("id", "stu_0003", "name", "Diallo, Amara")) : List.of());
    }

    private static Map<String, Object> klass(
            String id, String title, String period, String roomName, int count, boolean current) {
        return map(
                "id",
                id,
                "title",
                title,
                "school",
                SCHOOL,
                "period",
                period,
                "room",
                roomName,
                "studentCount",
                count,
                "current",
                current);
    }

    Map<String, Object> grid(String classId, boolean empty) {
        List<Object> competencies = new ArrayList<>();
        for (StubClass.Competency c : room.competencies) {
            competencies.add(map(
                    "code",
                    c.code(),
                    "name",
                    c.name(),
                    "iCan",
                    c.iCan(),
                    "unit",
                    map("index", c.unit(), "title", c.unitTitle()),
                    "planPosition",
                    c.code().equals("8.F.A.3")));
        }
        List<Object> students = new ArrayList<>();
        Map<String, Object> states =
                new LinkedHashMap<>(Map.of("NONE", 0, "EMERGING", 0, "APPROACHING", 0, "MASTERY", 0, "EXCEEDS", 0));
        for (StubClass.Student s : room.students) {
            List<Object> cells = new ArrayList<>();
            s.cells().forEach((code, cell) -> cells.add(cell(code, cell)));
            students.add(map(
                    "id",
                    s.id(),
                    "name",
                    s.name(),
                    "pace",
                    s.pace(),
                    "stalled",
                    s.stalled().isEmpty() ? null : s.stalled(),
                    "actual",
                    s.actual(),
                    "expected",
                    s.expected(),
                    "needRank",
                    s.needRank(),
                    "cells",
                    cells));
            StubClass.Cell now = s.cells().get("8.F.A.2");
            states.merge(now == null ? "NONE" : now.state(), 1, (a, b) -> (int) a + (int) b);
        }
        return map(
                "class",
                map("id", classId, "title", "Math 8", "period", "3", "room", "204", "school", SCHOOL),
                "asOf",
                StubClass.NOW,
                "now",
                StubClass.NOW,
                "zone",
                StubClass.ZONE,
                "competencies",
                empty ? List.of() : competencies,
                "students",
                empty ? List.of() : students,
                "levels",
                levels(),
                "summary",
                map(
                        "studentCount",
                        empty ? 0 : 28,
                        "states",
                        states,
                        "onPace",
                        19,
                        "watch",
                        4,
                        "missed",
                        5,
                        "openConferences",
                        11,
                        "masteredSinceYesterday",
                        7));
    }

    private static Map<String, Object> cell(String code, StubClass.Cell cell) {
        return map(
                "code",
                code,
                "state",
                cell.state(),
                "level",
                cell.level(),
                "shown",
                "%.2f".formatted(cell.level()),
                "attempts",
                cell.levels.size(),
                "progress",
                cell.level() >= 2 && cell.level() < 3 ? "1 of 2" : null,
                "next",
                cell.next,
                "pace",
                cell.pace,
                "targetAt",
                cell.next ? StubClass.ago(Duration.ofDays(1)) : null,
                "recent",
                cell.levels,
                "masteredAt",
                cell.level() >= 3 ? StubClass.ago(Duration.ofDays(9)) : null);
    }

    private static List<Object> levels() {
        String[] labels = {"No evidence", "Emerging", "Approaching", "Mastery", "Exceeds"};
        List<Object> levels = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            levels.add(map("value", i, "label", labels[i], "state", StubClass.STATES.get(i)));
        }
        return levels;
    }

    Map<String, Object> student(String id) {
        StubClass.Student s = room.student(id);
        List<Object> competencies = new ArrayList<>();
        for (StubClass.Competency c : room.competencies) {
            StubClass.Cell cell = s.cells().get(c.code());
            if (cell != null) {
                competencies.add(map(
                        "code",
                        c.code(),
                        "name",
                        c.name(),
                        "iCan",
                        c.iCan(),
                        "state",
                        cell.state(),
                        "level",
                        cell.level(),
                        "attempts",
                        cell.levels.size(),
                        "progress",
                        cell.level() == 2 ? "1 of 2" : null,
                        "pace",
                        cell.pace,
                        "masteredAt",
                        cell.level() >= 3 ? StubClass.ago(Duration.ofDays(9)) : null,
                        "recent",
                        cell.levels,
                        "evidence",
                        evidence(s.id() + c.code(), cell)));
            }
        }
        return map(
                "id",
                s.id(),
                "name",
                s.name(),
                "grade",
                "8",
                "schools",
                List.of(SCHOOL),
                "classes",
                List.of(map("id", "c_math8", "title", "Math 8")),
                "competencies",
                competencies,
                "conferences",
                List.of(),
                "asOf",
                StubClass.NOW);
    }

    private static List<Object> evidence(String seed, StubClass.Cell cell) {
        String[] contexts = {"quiz", "oral", "project", "exit ticket"};
        List<Object> evidence = new ArrayList<>();
        for (int i = cell.levels.size() - 1; i >= 0; i--) {
            boolean assisted = i == 1;
            evidence.add(map(
                    "attemptId",
                    seed + i,
                    "assessedAt",
                    StubClass.ago(Duration.ofDays(2L * (cell.levels.size() - i))),
                    "recordedAt",
                    StubClass.NOW,
                    "kind",
                    i % 2 == 0 ? "SUMMATIVE" : "FORMATIVE",
                    "level",
                    cell.levels.get(i),
                    "formId",
                    i % 2 == 0 ? "" + (char) ('A' + i) : null,
                    "format",
                    null,
                    "context",
                    contexts[i % 4],
                    "assisted",
                    assisted,
                    "score",
                    i % 3 == 0 ? 7.0 : null,
                    "maxScore",
                    i % 3 == 0 ? 10.0 : null,
                    "feedback",
                    i == 0 ? map("nextStep", "subtract in the same order") : null));
        }
        return evidence;
    }

    Map<String, Object> judgement(String id, String code) {
        StubClass.Cell cell = room.student(id).cells().get(code);
        if (cell == null || cell.levels.isEmpty()) {
            return Map.of();
        }
        boolean mastered = cell.level() >= 3;
        return map(
                "code",
                code,
                "status",
                mastered ? "MASTERED" : "LEARNING",
                "level",
                cell.level(),
                "shown",
                "%.2f".formatted(cell.level()),
                "state",
                cell.state(),
                "policy",
                map("name", "at-bats", "version", "1", "parameters", Map.of()),
                "attempts",
                cell.levels.size(),
                "mastered",
                mastered,
                "progress",
                mastered ? null : "1 of 2",
                "why",
                map(
                        "sentence",
                        mastered
                                ? "Two independent demonstrations in two contexts are at mastery."
                                : "One of the last three demonstrations is at mastery (quiz).",
                        "counted",
                        List.of(),
                        "notCounted",
                        cell.levels.size() > 1
                                ? List.of(map("evidenceId", id + code + 1, "reason", "with help"))
                                : List.of(),
                        "missing",
                        mastered ? null : "one more demonstration, in another context, on a form not seen before"));
    }

    Map<String, Object> summary(boolean district) {
        Random random = new Random(district ? 3 : 11);
        List<Object> mastery = new ArrayList<>();
        for (StubClass.Competency c : room.competencies) {
            int students = 120 + random.nextInt(500);
            double share = Math.max(.05, .92 - .05 * mastery.size() + random.nextDouble() * .08);
            boolean few = mastery.size() == 13;
            mastery.add(map(
                    "code",
                    c.code(),
                    "name",
                    c.name(),
                    "students",
                    few ? null : students,
                    "mastered",
                    few ? null : (int) (students * share),
                    "share",
                    few ? null : share,
                    "suppressed",
                    few));
        }
        Object[][] stuck = {
            {"Slope from two points", "8.F.B.4", .86, 412, 61},
            {"Fractions as division", "5.NF.B.3", .81, 655, 44},
            {"Thesis and evidence", "W.8.1", .74, 388, 93},
            {"Balanced equations", "MS-PS1-5", .66, 171, 38},
            {"Ratio tables", "6.RP.A.3", .52, 803, 120},
            {"Main idea", "RI.6.2", .41, 911, 77}
        };
        List<Object> bottlenecks = new ArrayList<>();
        for (Object[] b : stuck) {
            double share = (double) b[2];
            bottlenecks.add(map(
                    "name",
                    b[0],
                    "code",
                    b[1],
                    "share",
                    share,
                    "determinate",
                    b[3],
                    "indeterminate",
                    b[4],
                    "stuck",
                    (int) ((int) b[3] * share),
                    "level",
                    share >= .8 ? "SYSTEM" : share >= .5 ? "WATCH" : "OK"));
        }
        Map<String, Object> all = map(
                district ? "district" : "school",
                district ? DISTRICT : SCHOOL,
                "asOf",
                StubClass.NOW,
                "now",
                StubClass.NOW,
                "students",
                district ? 31_204 : 642,
                "classes",
                district ? 1_204 : 31,
                "masteryByCompetency",
                mastery,
                "pace",
                map("onPace", 21_218, "watch", 5_900, "missed", 4_086, "share", .68),
                "conferences",
                map(
                        "open",
                        312,
                        "startedThisWeek",
                        1_310,
                        "doneThisWeek",
                        1_284,
                        "withinDayShare",
                        .91,
                        "byCause",
                        map("PACING", 160, "WHEEL_SPINNING", 61, "IDLE", 48, "STRUGGLING", 31, "HELP", 12)),
                "classPace",
                classPace(random, 31, .66, !district),
                "bottlenecks",
                bottlenecks,
                "stuckNow",
                1_902);
        if (district) {
            String[] names = {
                "Ashgrove",
                "Birch Hill",
                "Cedar Creek",
                "Douglass",
                "Eastview Middle",
                "Franklin",
                "Garfield",
                "Hillside"
            };
            List<Object> schools = new ArrayList<>();
            for (int i = 0; i < names.length; i++) {
                double mean = .52 + i * .03;
                schools.add(map(
                        "id",
                        i == 0 ? "s_ash" : i == 4 ? "s_eastview" : "s_" + i,
                        "name",
                        names[i],
                        "students",
                        300 + random.nextInt(700),
                        "onPaceShare",
                        mean,
                        "masteredShare",
                        mean - .1,
                        "openConferences",
                        10 + random.nextInt(60),
                        "classPace",
                        classPace(random, 16 + random.nextInt(12), mean, false),
                        "suppressed",
                        false));
            }
            schools.add(map(
                    "id",
                    "s_tiny",
                    "name",
                    "Juniper Annex",
                    "students",
                    null,
                    "onPaceShare",
                    null,
                    "masteredShare",
                    null,
                    "openConferences",
                    null,
                    "classPace",
                    List.of(),
                    "suppressed",
                    true));
            all.put("schools", schools);
            all.put("freshness", map("p50Millis", 420, "p99Millis", 1_900, "lastEventAt", StubClass.NOW));
            all.put("ledger", map("attempts", 2_140_022, "applied", 2_140_011, "quarantined", 11, "imbalance", 0));
        }
        return all;
    }

    private static List<Object> classPace(Random random, int count, double mean, boolean named) {
        List<Object> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean few = i == 5;
            double share = Math.max(.05, Math.min(1, mean + random.nextGaussian() * .12));
            boolean mine = named && i < 3;
            classes.add(map(
                    "classId",
                    mine ? "c_math8" : null,
                    "title",
                    mine ? "Math " + (6 + i) : null,
                    "students",
                    few ? null : 18 + random.nextInt(12),
                    "share",
                    few ? null : share,
                    "suppressed",
                    few));
        }
        return classes;
    }
}
