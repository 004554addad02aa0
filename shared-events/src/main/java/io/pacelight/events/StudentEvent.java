package io.pacelight.events;

/** A fact about one student; all of a student's facts have one key. */
public sealed interface StudentEvent extends Event
        permits AttemptRecorded,
                AttemptVoided,
                AttendanceRecorded,
                ClockCheckRequested,
                CompetencyUnlocked,
                ConferenceTaskClosed,
                ConferenceTaskJoined,
                ConferenceTaskOpened,
                ConferenceTaskReopened,
                ConferenceTaskSnoozed,
                ConferenceTaskStarted,
                EvidenceJudged,
                LevelChanged,
                MasteryAchieved,
                MasteryRevoked,
                PaceChanged,
                PacingTargetMissed,
                RejudgementRequested,
                StallCleared,
                StudentChanged,
                StudentStalled {
    String student();

    @Override
    default String key() {
        return Keys.of(district(), student());
    }
}
