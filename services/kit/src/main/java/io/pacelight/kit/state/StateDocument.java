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
 */
public record StateDocument<S>(
        String id, long version, long sequence, S state, Map<String, Long> marks, List<Envelope<?>> pending) {
    public StateDocument {
        marks = Map.copyOf(marks);
        pending = List.copyOf(pending);
    }

    public static <S> StateDocument<S> unborn(String id, S initial) {
        return new StateDocument<>(id, 0, 0, initial, Map.of(), List.of());
    }
}
