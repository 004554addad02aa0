package io.pacelight.intervention.domain;

import static io.pacelight.intervention.domain.Scene.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A student with a full life: many classes and competencies, missed targets and conferences of every kind. */
public final class Busy {
    private Busy() {}

    /** What a student with {@code classes} classes of {@code targets} targets each looks like after some weeks. */
    public static StudentWatch student(long seed, int classes, int targets) {
        return decided(seed, classes, targets).state;
    }

    static Scene decided(long seed, int classes, int targets) {
        Random random = new Random(seed);
        Scene scene = new Scene();
        String[] ids = new String[classes];
        for (int i = 0; i < classes; i++) {
            ids[i] = "class-" + i;
            Object[] plan = new Object[targets * 2];
            for (int j = 0; j < targets; j++) {
                plan[2 * j] = "CODE." + i + "." + j;
                plan[2 * j + 1] = 60 + random.nextInt(200);
            }
            scene.withClass(ids[i], plan);
        }
        scene.enrolledIn(ids).timeIs(at(0, "00:00"));
        for (int day = 1; day < 60; day++) {
            if (random.nextInt(10) == 0) scene.absent(day, random.nextBoolean() ? null : ids[0]);
            for (int i = 0; i < classes / 2; i++) {
                String code = "CODE." + random.nextInt(classes) + "." + random.nextInt(targets);
                if (random.nextInt(3) == 0) scene.mastered(code, at(day, "08:30"));
                else scene.attempted(code, at(Math.max(0, day - random.nextInt(4)), "08:30"), at(day, "08:40"));
            }
            scene.timeIs(at(day, "09:30"));
            hold(scene, random, at(day, "10:00"), day);
        }
        return scene;
    }

    private static void hold(Scene scene, Random random, Instant now, int day) {
        List<Conference> all = new ArrayList<>(scene.state.conferences());
        all.removeIf(conference -> conference.state() != Conference.State.OPEN);
        if (all.isEmpty()) return;
        String id = all.get(random.nextInt(all.size())).id();
        switch (random.nextInt(4)) {
            case 0 -> scene.told(new WatchInput.DismissConference(id, "stf_1", now, "Was ill"));
            case 1 -> {
                WatchInput.SnoozeConference snooze = new WatchInput.SnoozeConference(id, "stf_1", now, 1);
                if (scene.refusal(snooze).equals("accepted")) scene.told(snooze);
            }
            case 2 -> scene.told(new WatchInput.StartConference(id, "stf_2", now));
            default -> {
                scene.told(new WatchInput.StartConference(id, "stf_1", now));
                scene.told(new WatchInput.FinishConference(
                        id, "stf_1", now, "PLAN", "Try it", Scene.MON.plusDays(day + 3)));
            }
        }
    }
}
