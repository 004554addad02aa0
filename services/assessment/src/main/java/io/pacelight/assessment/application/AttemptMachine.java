package io.pacelight.assessment.application;

import io.pacelight.assessment.application.AttemptCommand.RecordAttempt;
import io.pacelight.assessment.application.AttemptCommand.VoidAttempt;
import io.pacelight.assessment.domain.Attempt;
import io.pacelight.assessment.domain.AttemptFeedback;
import io.pacelight.assessment.domain.AttemptKind;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.AttemptVoided;
import io.pacelight.events.EvidenceKind;
import io.pacelight.events.Feedback;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An id is recorded once and voided at most once; whatever comes later changes nothing and tells nothing. */
public final class AttemptMachine implements StateMachine<RecordedAttempt, AttemptCommand> {
    @Override
    public RecordedAttempt initial(String document) {
        return RecordedAttempt.NOTHING;
    }

    @Override
    public Step<RecordedAttempt> apply(RecordedAttempt state, AttemptCommand command) {
        return switch (command) {
            case RecordAttempt(Attempt attempt, String origin) ->
                state.attempt() != null
                        ? Step.of(state)
                        : new Step<>(
                                new RecordedAttempt(attempt, origin, false),
                                List.of(new Emission(recorded(attempt), attempt.recordedAt())));
            case VoidAttempt asked -> {
                Attempt attempt = state.attempt();
                if (attempt == null || state.voided()) yield Step.of(state);
                AttemptVoided event = new AttemptVoided(
                        attempt.district(),
                        attempt.id(),
                        attempt.student(),
                        attempt.competency(),
                        asked.at(),
                        asked.reason(),
                        asked.by());
                yield new Step<>(
                        new RecordedAttempt(attempt, state.origin(), true), List.of(new Emission(event, asked.at())));
            }
        };
    }

    private static AttemptRecorded recorded(Attempt a) {
        return new AttemptRecorded(
                a.district(),
                a.id(),
                a.student(),
                a.competency(),
                kind(a.kind()),
                a.level(),
                a.score(),
                a.maxScore(),
                a.assessedAt(),
                a.recordedAt(),
                a.ordinal(),
                a.form(),
                a.format(),
                a.context(),
                a.assisted(),
                a.recordedBy(),
                feedback(a.feedback()),
                a.reflection());
    }

    private static EvidenceKind kind(AttemptKind kind) {
        return switch (kind) {
            case DIAGNOSTIC -> EvidenceKind.DIAGNOSTIC;
            case FORMATIVE -> EvidenceKind.FORMATIVE;
            case SUMMATIVE -> EvidenceKind.SUMMATIVE;
        };
    }

    private static @Nullable Feedback feedback(@Nullable AttemptFeedback feedback) {
        return feedback == null ? null : new Feedback(feedback.strength(), feedback.gap(), feedback.nextStep());
    }
}
