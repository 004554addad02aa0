package io.pacelight.progression.adapter.in.stream;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.AttemptVoided;
import io.pacelight.events.Enrolment;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Keys;
import io.pacelight.events.RejudgementRequested;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.state.Mark;
import io.pacelight.kit.stream.Received;
import io.pacelight.progression.application.Arrival;
import io.pacelight.progression.application.CompetencyKey;
import io.pacelight.progression.application.StudentInput;
import io.pacelight.progression.application.StudentState.Seat;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.evidence.Kind;
import io.pacelight.progression.domain.evidence.Level;
import io.pacelight.progression.domain.evidence.Score;
import io.pacelight.progression.domain.map.StudentMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads events into what judging understands. The sequence of an attempt's own events is its revision. */
public final class Arrivals {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000);

    private Arrivals() {}

    /**
     * What an event brings; empty for one that decides nothing here.
     *
     * @throws Unfit if it can never be taken
     */
    public static Optional<Arrival> of(Received received) {
        String cause = received.envelope().id();
        return switch (received.event()) {
            case AttemptRecorded recorded -> {
                CompetencyKey key = key(recorded.district(), recorded.student(), recorded.competency());
                Attempt attempt = attempt(recorded, received.envelope().sequence());
                yield Optional.of(new Arrival.AttemptArrived(
                        cause, key, attempt, received.envelope().time()));
            }
            case AttemptVoided voided -> {
                CompetencyKey key = key(voided.district(), voided.student(), voided.competency());
                Attempt attempt =
                        Attempt.takenBack(voided.attempt(), received.envelope().sequence(), voided.recordedAt());
                yield Optional.of(new Arrival.AttemptArrived(
                        cause, key, attempt, received.envelope().time()));
            }
            case StudentChanged changed -> Optional.of(student(received, changed));
            case EvidenceJudged judged ->
                Optional.of(new Arrival.RowTold(
                        cause,
                        judged.district(),
                        judged.student(),
                        new StudentMap.Row(
                                judged.competency(), received.envelope().sequence(), judged.readyForNext()),
                        received.envelope().time()));
            case RejudgementRequested requested ->
                Optional.of(new Arrival.RulesChanged(
                        cause,
                        requested.district(),
                        requested.student(),
                        requested.competencies(),
                        received.envelope().time()));
            default -> Optional.empty();
        };
    }

    private static CompetencyKey key(String district, String student, String competency) {
        try {
            return CompetencyKey.parse(Keys.of(district, student, competency));
        } catch (IllegalArgumentException e) {
            throw new Unfit("district, student or competency is empty or holds '|'");
        }
    }

    private static Attempt attempt(AttemptRecorded recorded, long revision) {
        return new Attempt(
                recorded.attempt(),
                revision,
                false,
                kind(recorded.kind()),
                recorded.form(),
                recorded.format(),
                recorded.context(),
                recorded.assisted(),
                score(recorded),
                recorded.assessedAt(),
                recorded.recordedAt(),
                recorded.ordinal());
    }

    private static Kind kind(EvidenceKind kind) {
        return switch (kind) {
            case DIAGNOSTIC -> Kind.DIAGNOSTIC;
            case FORMATIVE -> Kind.FORMATIVE;
            case SUMMATIVE -> Kind.SUMMATIVE;
        };
    }

    private static Score score(AttemptRecorded recorded) {
        BigDecimal level = recorded.level();
        BigDecimal score = recorded.score();
        BigDecimal max = recorded.maxScore();
        if (level != null) {
            if (level.signum() < 0 || level.compareTo(HIGHEST) > 0) {
                throw new Unfit("the level lies on no scale");
            }
            return new Score.Rubric(Level.of(level));
        }
        if (score == null || max == null) {
            throw new Unfit("there is neither a level nor a score with its maximum");
        }
        if (score.signum() < 0 || max.signum() <= 0) {
            throw new Unfit("the score is negative, or its maximum is not more than 0");
        }
        return new Score.Points(score, max);
    }

    private static Arrival student(Received received, StudentChanged changed) {
        List<Seat> seats = changed.enrolments().stream().map(Arrivals::seat).toList();
        RejudgementRequested rejudge = new RejudgementRequested(
                changed.district(),
                changed.student(),
                List.of(),
                received.place().topic(),
                received.place().partition(),
                received.place().offset());
        return new Arrival.StudentTold(
                received.envelope().id(),
                changed.key(),
                new Mark(received.envelope().subject(), received.envelope().sequence()),
                new StudentInput.Enrolled(
                        changed.schools(), seats, rejudge, received.envelope().time()),
                received.envelope().time());
    }

    private static Seat seat(Enrolment enrolment) {
        return new Seat(enrolment.classId(), enrolment.school(), enrolment.begin(), enrolment.end());
    }
}
