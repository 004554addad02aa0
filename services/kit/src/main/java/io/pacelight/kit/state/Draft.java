package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.EventIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document while a batch is folded into it. */
final class Draft<S> {
    private final StateDocument<S> from;
    private final String source;
    private final Map<String, Long> marks;
    private final List<Envelope<?>> pending;
    private final LatestFacts latest;
    private final @Nullable String caller;

    private S state;
    private long sequence;
    private boolean changed;
    private int absorbed;

    /** @param caller trace context of whoever asked, for what has none of its own */
    Draft(StateDocument<S> from, String source, @Nullable String caller) {
        this.from = from;
        this.source = source;
        this.caller = caller;
        this.marks = new HashMap<>(from.marks());
        this.pending = new ArrayList<>(from.pending());
        this.latest = LatestFacts.of(from.latest());
        this.state = from.state();
        this.sequence = from.sequence();
    }

    @SuppressWarnings("ReferenceEquality") // a machine that changes nothing gives back the state it was given
    <I> void absorb(Input<I> input, StateMachine<S, I> machine) {
        Mark mark = input.mark();
        if (mark != null && marks.getOrDefault(mark.source(), 0L) >= mark.sequence()) return;
        Step<S> step = machine.apply(state, input.value());
        if (mark != null) marks.put(mark.source(), mark.sequence());
        if (mark == null && step.state() == state && step.emissions().isEmpty()) return;
        state = step.state();
        changed = true;
        absorbed++;
        emit(input.cause(), input.traceparent() == null ? caller : input.traceparent(), step.emissions());
    }

    @SuppressWarnings("ReferenceEquality")
    void become(String cause, Step<S> step) {
        if (step.state() != state) {
            state = step.state();
            changed = true;
        }
        emit(cause, caller, step.emissions());
    }

    /** Takes back what the document has told itself; what it holds already changes nothing. */
    <I> void recall(Envelope<?> told, StateMachine<S, I> machine) {
        if (told.sequence() <= sequence) return;
        state = machine.recall(state, told.data(), told.time());
        sequence = told.sequence();
        latest.add(told);
        changed = true;
    }

    /**
     * The id of an event names its place in the document as well as its cause: what a cause led to once it may lead to
     * again, and otherwise, when it is looked at again under other rules. A place is taken once, since the guard sees to
     * it; until it is known to be told, the event stands there as it is and a repeat has its id.
     */
    private void emit(String cause, @Nullable String traceparent, List<Emission> emissions) {
        for (Emission emission : emissions) {
            String type = EventCatalogue.of(emission.event()).type();
            sequence++;
            Envelope<?> event = new Envelope<>(
                    EventIds.of(cause, type, from.id(), sequence),
                    source,
                    from.id(),
                    sequence,
                    emission.time(),
                    traceparent,
                    emission.event());
            pending.add(event);
            latest.add(event);
            changed = true;
        }
    }

    /** As it was read. */
    StateDocument<S> from() {
        return from;
    }

    boolean changed() {
        return changed;
    }

    int absorbed() {
        return absorbed;
    }

    S state() {
        return state;
    }

    /** As it is to be stored, still under the version that it was read with. */
    StateDocument<S> document() {
        return new StateDocument<>(from.id(), from.version(), sequence, state, marks, pending, latest.all());
    }
}
