package io.pacelight.intervention.application;

import io.pacelight.events.ConferenceReason;
import io.pacelight.events.ConferenceTask;
import io.pacelight.events.ConferenceTaskClosed;
import io.pacelight.events.ConferenceTaskJoined;
import io.pacelight.events.ConferenceTaskOpened;
import io.pacelight.events.ConferenceTaskReopened;
import io.pacelight.events.ConferenceTaskSnoozed;
import io.pacelight.events.ConferenceTaskStarted;
import io.pacelight.events.EpisodeEnd;
import io.pacelight.events.Event;
import io.pacelight.events.PaceChanged;
import io.pacelight.events.PacingTargetMissed;
import io.pacelight.events.StallCleared;
import io.pacelight.events.StudentStalled;
import io.pacelight.intervention.domain.Cause;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.Light;
import io.pacelight.intervention.domain.Pace;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.WatchEvent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads again what {@link Telling} has told: lights as they changed, and conferences whole, with their reasons. */
final class Recollection {
    /** Everything that a watch tells. */
    static final Set<Class<? extends Event>> TOLD = Set.of(
            PaceChanged.class,
            PacingTargetMissed.class,
            StudentStalled.class,
            StallCleared.class,
            ConferenceTaskOpened.class,
            ConferenceTaskJoined.class,
            ConferenceTaskStarted.class,
            ConferenceTaskSnoozed.class,
            ConferenceTaskReopened.class,
            ConferenceTaskClosed.class);

    private Recollection() {}

    /** What it did to the watch; none where a conference that is told as well says all of it. */
    static @Nullable WatchEvent of(Event told) {
        if (told instanceof PaceChanged pace)
            return new WatchEvent.LightsChanged(
                    pace.classId(),
                    pace.lights().stream().map(Recollection::light).toList());
        ConferenceTask task = task(told);
        return task == null
                ? null
                : new WatchEvent.ConferenceRecalled(
                        conference(task),
                        task.reasons().stream().map(one -> reason(task, one)).toList());
    }

    private static @Nullable ConferenceTask task(Event told) {
        return switch (told) {
            case ConferenceTaskOpened event -> event.task();
            case ConferenceTaskJoined event -> event.task();
            case ConferenceTaskStarted event -> event.task();
            case ConferenceTaskSnoozed event -> event.task();
            case ConferenceTaskReopened event -> event.task();
            case ConferenceTaskClosed event -> event.task();
            default -> null;
        };
    }

    private static Light light(io.pacelight.events.Light light) {
        return new Light(
                light.competency(),
                Pace.valueOf(light.pace().name()),
                light.watchAt() == null ? Instant.EPOCH : light.watchAt(),
                light.targetAt() == null ? Instant.EPOCH : light.targetAt(),
                light.episode());
    }

    private static Conference conference(ConferenceTask task) {
        return new Conference(
                task.task(),
                task.classId(),
                Conference.State.valueOf(task.state().name()),
                task.openedAt(),
                task.startedAt(),
                task.startedBy(),
                task.snoozedUntil(),
                task.snoozedMeetings() == null ? 0 : task.snoozedMeetings(),
                task.closedAt(),
                task.outcome(),
                task.nextStep(),
                task.nextStepOn(),
                task.promiseDueAt(),
                task.note());
    }

    /** Where an older version told less, the strike stands for what is missing. */
    private static Reason reason(ConferenceTask task, ConferenceReason told) {
        String classId = told.classId() == null ? task.classId() : told.classId();
        return new Reason(
                told.reason(),
                task.task(),
                classId,
                told.struckIn() == null ? classId : told.struckIn(),
                told.target(),
                told.competency(),
                Cause.valueOf(told.cause().name()),
                told.episode(),
                told.since() == null ? told.struckAt() : told.since(),
                told.dueAt() == null ? told.struckAt() : told.dueAt(),
                told.struckAt(),
                clearing(task, told));
    }

    private static Reason.@Nullable Clearing clearing(ConferenceTask task, ConferenceReason told) {
        EpisodeEnd ended = told.ended();
        Instant at = told.endedAt() == null ? task.closedAt() : told.endedAt();
        if (ended != null && at != null) return new Reason.Clearing(Reason.How.valueOf(ended.name()), at);
        return told.withdrawn() ? new Reason.Clearing(Reason.How.CLOCK_MOVED, at == null ? told.struckAt() : at) : null;
    }
}
