package io.pacelight.intervention.application;

import io.pacelight.events.ConferenceCause;
import io.pacelight.events.ConferenceReason;
import io.pacelight.events.ConferenceState;
import io.pacelight.events.ConferenceTask;
import io.pacelight.events.ConferenceTaskClosed;
import io.pacelight.events.ConferenceTaskJoined;
import io.pacelight.events.ConferenceTaskOpened;
import io.pacelight.events.ConferenceTaskReopened;
import io.pacelight.events.ConferenceTaskSnoozed;
import io.pacelight.events.ConferenceTaskStarted;
import io.pacelight.events.EpisodeEnd;
import io.pacelight.events.Event;
import io.pacelight.events.Light;
import io.pacelight.events.Pace;
import io.pacelight.events.PaceChanged;
import io.pacelight.events.PacingTargetMissed;
import io.pacelight.events.StallCleared;
import io.pacelight.events.StudentStalled;
import io.pacelight.intervention.domain.Cause;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.ConferenceView;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchEvent;
import io.pacelight.kit.state.Emission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says to the other services what changed in a watch: each light, each strike, and each conference touched, once. */
final class Telling {
    private final StudentWatch before;
    private final StudentWatch after;
    private final List<Event> told = new ArrayList<>();
    private final Map<String, WatchEvent> conferences = new LinkedHashMap<>();

    private Telling(StudentWatch before, StudentWatch after) {
        this.before = before;
        this.after = after;
    }

    static List<Emission> of(StudentWatch before, StudentWatch after, List<WatchEvent> events, Instant time) {
        Telling telling = new Telling(before, after);
        for (WatchEvent event : events) telling.take(event);
        telling.conferences.forEach(telling::conference);
        return telling.told.stream().map(event -> new Emission(event, time)).toList();
    }

    private void take(WatchEvent event) {
        switch (event) {
            case WatchEvent.LightsChanged e ->
                told.add(new PaceChanged(
                        after.district(),
                        after.student(),
                        e.classId(),
                        e.lights().stream().map(Telling::light).toList()));
            case WatchEvent.Struck e -> struck(e.reason());
            case WatchEvent.ReasonCleared e -> cleared(e);
            case WatchEvent.ConferenceOpened e -> conferences.put(e.conference(), e);
            case WatchEvent.ConferenceJoined e -> conferences.putIfAbsent(e.conference(), e);
            case WatchEvent.ConferenceStarted e -> conferences.put(e.conference(), e);
            case WatchEvent.ConferenceSnoozed e -> conferences.put(e.conference(), e);
            case WatchEvent.ConferenceReopened e -> conferences.put(e.conference(), e);
            case WatchEvent.ConferenceHeld e -> conferences.put(e.conference(), e);
            case WatchEvent.ConferenceNotNeeded e -> conferences.put(e.conference(), e);
            case WatchEvent.ConferenceSettled e -> conferences.put(e.conference(), e);
            case WatchEvent.SectionChanged e -> {
                for (Conference conference : before.conferences()) {
                    Conference now = after.conference(conference.id());
                    if (now != null && !now.classId().equals(conference.classId()))
                        conferences.putIfAbsent(conference.id(), e);
                }
            }
            case WatchEvent.ConferenceRecalled e -> {}
            case WatchEvent.EnrolmentsRead e -> {}
            case WatchEvent.AttendanceRead e -> {}
            case WatchEvent.StandingRead e -> {}
            case WatchEvent.ReviewAsked e -> {}
            case WatchEvent.Reviewed e -> {}
            case WatchEvent.ClockSet e -> {}
            case WatchEvent.ClockStopped e -> {}
            case WatchEvent.PromiseSettled e -> {}
        }
    }

    private void struck(Reason reason) {
        String competency = reason.competency();
        if (reason.isPacing() && competency != null)
            told.add(new PacingTargetMissed(
                    after.district(),
                    after.student(),
                    reason.classId(),
                    competency,
                    reason.target(),
                    reason.episode(),
                    reason.dueAt(),
                    reason.id()));
        else if (reason.isStall())
            told.add(new StudentStalled(
                    after.district(),
                    after.student(),
                    reason.classId(),
                    cause(reason.cause()),
                    reason.since(),
                    reason.dueAt(),
                    reason.episode(),
                    reason.id()));
    }

    private void cleared(WatchEvent.ReasonCleared event) {
        for (Reason reason : after.reasons()) {
            if (!reason.id().equals(event.reason())) continue;
            conferences.putIfAbsent(reason.conference(), event);
            if (reason.isStall())
                told.add(new StallCleared(
                        after.district(),
                        after.student(),
                        reason.classId(),
                        reason.episode(),
                        event.clearing().at()));
        }
    }

    private void conference(String id, WatchEvent last) {
        Conference now = after.conference(id);
        if (now == null) return;
        ConferenceTask task = task(now);
        Conference was = before.conference(id);
        if (was == null) told.add(new ConferenceTaskOpened(after.district(), after.student(), task));
        if (!now.state().isOpen()) told.add(new ConferenceTaskClosed(after.district(), after.student(), task));
        else if (was != null) told.add(stillOpen(task, last));
    }

    private Event stillOpen(ConferenceTask task, WatchEvent last) {
        if (last instanceof WatchEvent.ConferenceStarted)
            return new ConferenceTaskStarted(after.district(), after.student(), task);
        if (last instanceof WatchEvent.ConferenceSnoozed)
            return new ConferenceTaskSnoozed(after.district(), after.student(), task);
        if (last instanceof WatchEvent.ConferenceReopened)
            return new ConferenceTaskReopened(after.district(), after.student(), task);
        return new ConferenceTaskJoined(after.district(), after.student(), task);
    }

    private ConferenceTask task(Conference conference) {
        List<Reason> reasons = after.reasonsOf(conference.id());
        return new ConferenceTask(
                conference.id(),
                conference.classId(),
                ConferenceState.valueOf(conference.state().name()),
                cause(ConferenceView.cause(reasons)),
                reasons.stream().map(Telling::reason).toList(),
                conference.openedAt(),
                conference.startedAt(),
                conference.by(),
                conference.closedAt(),
                conference.outcome(),
                conference.nextStep(),
                conference.nextStepOn(),
                conference.note(),
                ConferenceView.tier(reasons),
                conference.snoozedUntil(),
                conference.snoozedMeetings(),
                conference.promiseDueAt());
    }

    private static ConferenceReason reason(Reason reason) {
        Reason.Clearing clearing = reason.clearing();
        return new ConferenceReason(
                reason.id(),
                cause(reason.cause()),
                reason.target(),
                reason.competency(),
                reason.episode(),
                reason.struckAt(),
                reason.isWithdrawn(),
                reason.classId(),
                reason.struckIn(),
                reason.since(),
                reason.dueAt(),
                clearing == null ? null : EpisodeEnd.valueOf(clearing.how().name()),
                clearing == null ? null : clearing.at());
    }

    private static ConferenceCause cause(Cause cause) {
        return ConferenceCause.valueOf(cause.name());
    }

    private static Light light(io.pacelight.intervention.domain.Light light) {
        return new Light(
                light.competency(),
                Pace.valueOf(light.pace().name()),
                light.watchAt(),
                light.targetAt(),
                light.episode());
    }
}
