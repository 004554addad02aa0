package io.pacelight.dashboard.stub;

import static io.pacelight.dashboard.stub.StubAnswers.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conference queue of the stub’s class; commands change it as the intervention service would. */
final class StubQueue {

    private final List<Map<String, Object>> conferences = new ArrayList<>();
    private boolean empty;

    StubQueue() {
        add(
                "t1",
                "stu_0003",
                "HELP",
                "Asked for help 40 minutes ago: has tried the video and a classmate.",
                12,
                "Solve one together, then one alone.");
        add(
                "t2",
                "stu_0001",
                "WHEEL_SPINNING",
                "11 attempts, never three right in a row. Graph and table tried; no small group yet.",
                402,
                "Join the small group on slope.");
        add(
                "t3",
                "stu_0002",
                "IDLE",
                "No attempt for 26 class hours. Away two days, now back.",
                1_560,
                "Do the exit ticket before Friday.");
        add(
                "t4",
                "stu_0004",
                "PACING",
                "Target passed yesterday; one more demonstration, in another context, is missing.",
                65,
                "Show it once more, as a project.");
        add(
                "t5",
                "stu_0005",
                "STRUGGLING",
                "Four attempts since Thursday without movement. Last feedback: label both axes before you compare.",
                210,
                "Redo the comparison with labelled axes.");
        for (int i = 6; i <= 11; i++) {
            add(
                    "t" + i,
                    "stu_%04d".formatted(i),
                    "PACING",
                    "Target passes today; two demonstrations are missing.",
                    40 + i,
                    "Finish the practice set.");
        }
    }

    private void add(String id, String student, String cause, String why, int stuck, String next) {
        conferences.add(map(
                "id",
                id,
                "studentId",
                student,
                "state",
                "OPEN",
                "cause",
                cause,
                "whyNow",
                why,
                "competencies",
                List.of("8.F.A.2"),
                "reasons",
                List.of(),
                "stuckMinutes",
                stuck,
                "openedAt",
                StubClass.ago(Duration.ofHours(20)),
                "offered",
                conferences.size() < 5,
                "startedBy",
                null,
                "version",
                1,
                "prefilledNextStep",
                next));
    }

    synchronized void clear() {
        empty = true;
    }

    synchronized Map<String, Object> answer(String classId) {
        return map(
                "class",
                map("id", classId),
                "now",
                StubClass.NOW,
                "meeting",
                map(
                        "startsAt",
                        StubClass.NOW.plusSeconds(720),
                        "endsAt",
                        StubClass.NOW.plusSeconds(720 + 3000),
                        "minutes",
                        50,
                        "period",
                        "3",
                        "inProgress",
                        false),
                "offered",
                5,
                "conferences",
                empty ? List.of() : List.copyOf(conferences));
    }

    /** Null if the conference is not there; false if its state does not allow the command. */
    synchronized boolean command(String id, String verb) {
        Map<String, Object> conference = conferences.stream()
                .filter(c -> id.equals(c.get("id")))
                .findFirst()
                .orElseThrow();
        switch (verb) {
            case "start" -> {
                if (!"OPEN".equals(conference.get("state"))) {
                    return false;
                }
                conference.put("state", "STARTED");
                conference.put("startedBy", "Ms. Okafor");
            }
            case "snooze" -> {
                conference.put("state", "SNOOZED");
                conference.put("offered", false);
            }
            default -> conferences.remove(conference);
        }
        return true;
    }
}
