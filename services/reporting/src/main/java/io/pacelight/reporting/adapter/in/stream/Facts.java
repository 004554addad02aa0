package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.AttemptVoided;
import io.pacelight.events.ConferenceTask;
import io.pacelight.events.ConferenceTaskClosed;
import io.pacelight.events.ConferenceTaskJoined;
import io.pacelight.events.ConferenceTaskOpened;
import io.pacelight.events.ConferenceTaskReopened;
import io.pacelight.events.ConferenceTaskSnoozed;
import io.pacelight.events.ConferenceTaskStarted;
import io.pacelight.events.Event;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.PaceChanged;
import io.pacelight.events.StallCleared;
import io.pacelight.events.StudentChanged;
import io.pacelight.events.StudentStalled;
import io.pacelight.reporting.domain.Cause;
import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.Conference;
import io.pacelight.reporting.domain.ConferenceStatus;
import io.pacelight.reporting.domain.Enrolment;
import io.pacelight.reporting.domain.Evidence;
import io.pacelight.reporting.domain.Light;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.Placement;
import io.pacelight.reporting.domain.Stall;
import io.pacelight.reporting.domain.Struggle;
import io.pacelight.reporting.domain.StudentFact;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event says of a student, in reporting's own words. */
final class Facts {
    private Facts() {}

    /** None for an event that says nothing which reporting keeps. */
    static @Nullable StudentFact of(Event event, long sequence) {
        return switch (event) {
            case StudentChanged changed -> new StudentFact.Placed(placement(changed, sequence));
            case EvidenceJudged judged -> new StudentFact.Judged(judged.competency(), competence(judged, sequence));
            case AttemptRecorded recorded ->
                new StudentFact.Recorded(recorded.competency(), evidence(recorded, sequence));
            case AttemptVoided voided -> new StudentFact.Voided(voided.competency(), voided.attempt());
            case PaceChanged changed -> new StudentFact.Lit(changed.classId(), lights(changed, sequence));
            case StudentStalled stalled ->
                new StudentFact.StallChanged(
                        stalled.classId(),
                        new Stall(Cause.valueOf(stalled.cause().name()), stalled.since(), sequence));
            case StallCleared cleared ->
                new StudentFact.StallChanged(cleared.classId(), new Stall(null, null, sequence));
            case ConferenceTaskOpened told -> conference(told.task(), sequence);
            case ConferenceTaskJoined told -> conference(told.task(), sequence);
            case ConferenceTaskStarted told -> conference(told.task(), sequence);
            case ConferenceTaskSnoozed told -> conference(told.task(), sequence);
            case ConferenceTaskReopened told -> conference(told.task(), sequence);
            case ConferenceTaskClosed told -> conference(told.task(), sequence);
            default -> null;
        };
    }

    private static Placement placement(StudentChanged changed, long sequence) {
        return new Placement(
                changed.grades(),
                changed.schools(),
                changed.enrolments().stream()
                        .map(row -> new Enrolment(row.classId(), row.course(), row.school(), row.begin(), row.end()))
                        .toList(),
                changed.guardians(),
                changed.active(),
                sequence);
    }

    private static Competence competence(EvidenceJudged judged, long sequence) {
        return new Competence(
                judged.level(),
                judged.shown(),
                judged.mastered(),
                judged.masteredAt(),
                judged.attempts(),
                judged.chancesHad(),
                judged.chancesNeeded(),
                judged.recent(),
                Struggle.valueOf(judged.struggle().name()),
                judged.lastAttemptAt(),
                judged.readyForNext(),
                sequence);
    }

    private static Evidence evidence(AttemptRecorded recorded, long sequence) {
        return new Evidence(
                recorded.attempt(),
                Evidence.Kind.valueOf(recorded.kind().name()),
                recorded.level(),
                recorded.score(),
                recorded.maxScore(),
                recorded.assessedAt(),
                recorded.recordedAt(),
                recorded.ordinal(),
                recorded.form(),
                recorded.format(),
                recorded.context(),
                recorded.assisted(),
                recorded.feedback() == null
                        ? null
                        : new Evidence.Feedback(
                                recorded.feedback().strength(),
                                recorded.feedback().gap(),
                                recorded.feedback().nextStep()),
                sequence);
    }

    private static Map<String, Light> lights(PaceChanged changed, long sequence) {
        Map<String, Light> lights = new HashMap<>();
        changed.lights()
                .forEach(light -> lights.put(
                        light.competency(),
                        new Light(
                                Pace.valueOf(light.pace().name()),
                                light.watchAt(),
                                light.targetAt(),
                                light.episode(),
                                sequence)));
        return lights;
    }

    private static StudentFact conference(ConferenceTask task, long sequence) {
        return new StudentFact.ConferenceChanged(new Conference(
                task.task(),
                task.classId(),
                ConferenceStatus.valueOf(task.state().name()),
                Cause.valueOf(task.cause().name()),
                task.openedAt(),
                task.startedAt(),
                task.closedAt(),
                task.outcome(),
                task.nextStep(),
                task.nextStepOn(),
                sequence));
    }
}
