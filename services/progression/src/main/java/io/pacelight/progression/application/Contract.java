package io.pacelight.progression.application;

import io.pacelight.events.CompetencyStatus;
import io.pacelight.events.CompetencyUnlocked;
import io.pacelight.events.Event;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.LevelChanged;
import io.pacelight.events.MasteryAchieved;
import io.pacelight.events.MasteryRevoked;
import io.pacelight.events.Struggle;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.State;
import io.pacelight.progression.domain.mastery.MasteryEvent;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.mastery.Status;

/** The domain's facts in the words that the services share. */
final class Contract {
    private Contract() {}

    static Event told(CompetencyKey key, MasteryEvent event) {
        return switch (event) {
            case MasteryEvent.EvidenceJudged judged -> row(key, judged.standing());
            case MasteryEvent.LevelChanged changed ->
                new LevelChanged(
                        key.district(),
                        key.student(),
                        key.competency(),
                        changed.from().toDecimal(),
                        changed.to().toDecimal(),
                        changed.because());
            case MasteryEvent.MasteryAchieved achieved ->
                new MasteryAchieved(
                        key.district(),
                        key.student(),
                        key.competency(),
                        achieved.level().toDecimal(),
                        achieved.at(),
                        achieved.because());
            case MasteryEvent.MasteryRevoked revoked ->
                new MasteryRevoked(
                        key.district(),
                        key.student(),
                        key.competency(),
                        revoked.level().toDecimal(),
                        revoked.because());
        };
    }

    static Event told(
            String district, String student, io.pacelight.progression.domain.mastery.CompetencyUnlocked unlocked) {
        return new CompetencyUnlocked(district, student, unlocked.competency(), unlocked.because());
    }

    static EvidenceJudged row(CompetencyKey key, Standing standing) {
        return new EvidenceJudged(
                key.district(),
                key.student(),
                key.competency(),
                status(standing.status()),
                standing.level().toDecimal(),
                standing.shown().toDecimal(),
                standing.mastered(),
                standing.masteredAt(),
                standing.attempts(),
                standing.have(),
                standing.need(),
                standing.recent().stream().map(Level::toDecimal).toList(),
                struggle(standing.struggle()),
                standing.lastAttemptAt(),
                standing.movedAt(),
                standing.meetsPrerequisite(),
                standing.policy(),
                standing.policyVersion());
    }

    /** A row as a standing; the policy's own number and the mastering evidence are not in it. */
    static Standing standing(EvidenceJudged row) {
        Level shown = Level.of(row.shown());
        return new Standing(
                row.policy(),
                row.policyVersion(),
                null,
                Level.of(row.level()),
                shown,
                row.attempts() == 0 ? State.NONE : Scale.DEFAULT.stateOf(shown),
                Status.valueOf(row.status().name()),
                row.mastered() ? "" : null,
                row.masteredAt(),
                row.chancesHad(),
                row.chancesNeeded(),
                row.readyForNext(),
                io.pacelight.progression.domain.mastery.Struggle.valueOf(
                        row.struggle().name()),
                row.attempts(),
                row.lastAttemptAt(),
                row.movedAt(),
                row.recent().stream().map(Level::of).toList());
    }

    private static CompetencyStatus status(Status status) {
        return switch (status) {
            case LOCKED -> CompetencyStatus.LOCKED;
            case READY -> CompetencyStatus.READY;
            case LEARNING -> CompetencyStatus.LEARNING;
            case CORRECTIVE -> CompetencyStatus.CORRECTIVE;
            case RETAKE_READY -> CompetencyStatus.RETAKE_READY;
            case MASTERED -> CompetencyStatus.MASTERED;
            case ENRICHMENT -> CompetencyStatus.ENRICHMENT;
        };
    }

    private static Struggle struggle(io.pacelight.progression.domain.mastery.Struggle struggle) {
        return switch (struggle) {
            case MASTERED -> Struggle.MASTERED;
            case WHEEL_SPINNING -> Struggle.WHEEL_SPINNING;
            case INDETERMINATE -> Struggle.INDETERMINATE;
        };
    }
}
