package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import java.util.List;
import java.util.Map;

/**
 * A document that carries everything its writer needs: the state, what it has absorbed, and what it still has to tell.
 *
 * @param version of the stored document that this one was read from or written as; 0 while it was never stored
 * @param sequence of the last event that the document has emitted
 * @param marks how far it has come, by source
 * @param pending events not known to be on Kafka, ascending by sequence; every writer carries them forward
 * @param latest of its events on compacted topics the last one of each key, pending or not; every writer keeps them, so that
 *     each can be told again
 */
public record StateDocument<S>(
        String id,
        long version,
        long sequence,
        S state,
        Map<String, Long> marks,
        List<Envelope<?>> pending,
        List<Envelope<?>> latest) {
    public StateDocument {
        marks = Map.copyOf(marks);
        pending = List.copyOf(pending);
        latest = List.copyOf(latest);
    }

    /** A document that has told nothing on a compacted topic. */
    public StateDocument(
            String id, long version, long sequence, S state, Map<String, Long> marks, List<Envelope<?>> pending) {
        this(id, version, sequence, state, marks, pending, List.of());
    }

    public static <S> StateDocument<S> unborn(String id, S initial) {
        return new StateDocument<>(id, 0, 0, initial, Map.of(), List.of());
    }

    /** The same document under another version. */
    public StateDocument<S> at(long otherVersion) {
        return new StateDocument<>(id, otherVersion, sequence, state, marks, pending, latest);
    }

    /** The same document with other events left to tell. */
    public StateDocument<S> leaving(List<Envelope<?>> untold) {
        return new StateDocument<>(id, version, sequence, state, marks, untold, latest);
    }
}
