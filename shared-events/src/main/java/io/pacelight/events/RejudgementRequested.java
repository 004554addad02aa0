package io.pacelight.events;

import java.util.List;

/** Progression's own input: a policy or another reference fact, found at the given place, concerns these competencies of one student; no competencies means all. */
public record RejudgementRequested(
        String district,
        String student,
        List<String> competencies,
        String becauseTopic,
        int becausePartition,
        long becauseOffset)
        implements StudentEvent {
    public static final String TYPE = "io.pacelight.rejudgement-requested.v1";

    public RejudgementRequested {
        competencies = List.copyOf(competencies);
    }
}
