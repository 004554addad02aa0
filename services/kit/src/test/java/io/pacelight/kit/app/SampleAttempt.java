package io.pacelight.kit.app;

import io.pacelight.events.AttemptRecorded;
import io.pacelight.events.Envelope;
import io.pacelight.events.EventIds;
import io.pacelight.events.EvidenceKind;
import java.time.Instant;

/** An attempt as assessment tells of it. */
public final class SampleAttempt {
    private SampleAttempt() {}

    public static Envelope<AttemptRecorded> of(String district, String student, String id) {
        Instant at = Instant.parse("2026-10-14T14:00:00Z");
        AttemptRecorded recorded = new AttemptRecorded(
                district,
                id,
                student,
                "M.1",
                EvidenceKind.SUMMATIVE,
                null,
                null,
                null,
                null,
                at,
                0,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
        return new Envelope<>(
                EventIds.of(id, AttemptRecorded.TYPE, id, 0), "/pacelight/assessment", id, 1, at, null, recorded);
    }
}
