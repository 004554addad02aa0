package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import io.pacelight.kit.observe.Traceparent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes every effect exactly once out of inputs that come at least once: one bulk read of the documents a batch
 * touches, a pure fold in memory, one bulk write guarded by version, then publishing. Documents that somebody else
 * changed meanwhile are read and folded again before anything of theirs is published. When {@link #fold} returns,
 * the batch is stored and told, so its offsets may be committed; when it throws, doing it again is harmless.
 */
public final class StateFolder<S, I> {
    /** Rounds after which a writer that keeps losing gives way; the batch is then delivered again. */
    private static final int ROUNDS = 50;

    private final String source;
    private final StateStore<S> store;
    private final StateMachine<S, I> machine;
    private final EventPublisher publisher;
    private final Acknowledged acknowledged = new Acknowledged();

    /** @param source CloudEvents source of what the documents emit, such as {@code /pacelight/progression} */
    public StateFolder(String source, StateStore<S> store, StateMachine<S, I> machine, EventPublisher publisher) {
        this.source = source;
        this.store = store;
        this.machine = machine;
        this.publisher = publisher;
    }

    public Folded<S> fold(Collection<Input<I>> inputs) {
        Folded<S> folded = store(inputs);
        publish(folded.touched());
        return folded;
    }

    /**
     * Folds for a caller that waits: what is stored is accepted. If the broker does not answer, the sweeper tells it
     * later, since a caller who was told to try again might do so under another id.
     */
    public Folded<S> accept(Collection<Input<I>> inputs) {
        Folded<S> folded = store(inputs);
        publishOrLeave(folded.touched());
        return folded;
    }

    private Folded<S> store(Collection<Input<I>> inputs) {
        Map<String, List<Input<I>>> open = new LinkedHashMap<>();
        for (Input<I> input : inputs)
            open.computeIfAbsent(input.document(), ignored -> new ArrayList<>()).add(input);
        List<StateDocument<S>> done = new ArrayList<>(open.size());
        List<Folded.Rejected> rejected = new ArrayList<>();
        int absorbed = 0;
        int conflicts = 0;
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == ROUNDS) throw new IllegalStateException(open.size() + " documents keep changing under us");
            Map<String, StateDocument<S>> stored = store.load(open.keySet());
            Map<String, Draft<S>> drafts = new LinkedHashMap<>(open.size() * 2);
            Map<String, List<Folded.Rejected>> refused = new LinkedHashMap<>();
            open.forEach((id, own) -> drafts.put(id, folded(id, stored.get(id), own, refused)));
            Set<String> losers = save(drafts);
            for (Map.Entry<String, Draft<S>> entry : drafts.entrySet()) {
                if (losers.contains(entry.getKey())) continue;
                done.add(stored(entry.getValue()));
                rejected.addAll(refused.getOrDefault(entry.getKey(), List.of()));
                absorbed += entry.getValue().absorbed();
            }
            conflicts += losers.size();
            open.keySet().retainAll(losers);
        }
        return new Folded<>(done, rejected, absorbed, conflicts);
    }

    /**
     * Decides on one document for a caller that waits. {@code decision} sees the current state and may throw to
     * refuse; it runs again if somebody else wrote first, so it must be pure. If the broker does not answer, the
     * decision stands all the same and the sweeper tells it later.
     */
    public StateDocument<S> command(String document, String cause, Function<S, Step<S>> decision) {
        for (int round = 0; round < ROUNDS; round++) {
            Draft<S> draft = draft(document, store.load(List.of(document)).get(document));
            draft.become(cause, decision.apply(draft.state()));
            if (!save(Map.of(document, draft)).isEmpty()) continue;
            StateDocument<S> written = stored(draft);
            publishOrLeave(List.of(written));
            return written;
        }
        throw new IllegalStateException("the document keeps changing under us");
    }

    /**
     * Gives documents that were lost back what they had told, read from their own topic, in the order of their
     * sequences: their facts as the machine understands them, and their place among their events. Nothing is decided
     * and nothing published, and a repeat changes nothing.
     */
    public void recall(Collection<? extends Envelope<?>> told) {
        Map<String, List<Envelope<?>>> open = new LinkedHashMap<>();
        for (Envelope<?> event : told)
            if (machine.tells().contains(event.data().getClass()))
                open.computeIfAbsent(event.subject(), ignored -> new ArrayList<>())
                        .add(event);
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == ROUNDS) throw new IllegalStateException(open.size() + " documents keep changing under us");
            Map<String, StateDocument<S>> stored = store.load(open.keySet());
            Map<String, Draft<S>> drafts = new LinkedHashMap<>(open.size() * 2);
            open.forEach((id, own) -> {
                Draft<S> draft = draft(id, stored.get(id));
                for (Envelope<?> event : own) draft.recall(event, machine);
                drafts.put(id, draft);
            });
            open.keySet().retainAll(save(drafts));
        }
    }

    /** Publishes what earlier writers left behind, such as a process that died between its write and its publish. */
    public int sweep(Instant savedBefore, int limit) {
        List<StateDocument<S>> left = store.withPending(savedBefore, limit);
        publish(left);
        return left.size();
    }

    /** When the document that has had pending events for longest was saved (wall clock); none if none has any. */
    public Optional<Instant> oldestPending() {
        return store.oldestPending();
    }

    /** Takes acknowledged events out of documents that have been quiet for {@code ageNanos}. */
    public int tidy(long ageNanos, int limit) {
        Map<String, Long> versions = acknowledged.take(System.nanoTime(), ageNanos, limit);
        if (!versions.isEmpty()) store.forgetPending(versions);
        return versions.size();
    }

    private Draft<S> draft(String id, @Nullable StateDocument<S> stored) {
        StateDocument<S> from = stored == null ? StateDocument.unborn(id, machine.initial(id)) : stored;
        return new Draft<>(from, source, acknowledged.upTo(id), Traceparent.current());
    }

    private Draft<S> folded(
            String id,
            @Nullable StateDocument<S> stored,
            List<Input<I>> inputs,
            Map<String, List<Folded.Rejected>> refused) {
        Draft<S> draft = draft(id, stored);
        for (Input<I> input : inputs) {
            try {
                draft.absorb(input, machine);
            } catch (RuntimeException e) {
                refused.computeIfAbsent(id, ignored -> new ArrayList<>())
                        .add(new Folded.Rejected(input.cause(), id, "the rules could not take it: " + place(e)));
            }
        }
        return draft;
    }

    /** Names the exception and where it came from, never its message: that may hold a student's data. */
    private static String place(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private Set<String> save(Map<String, Draft<S>> drafts) {
        List<StateDocument<S>> changed = new ArrayList<>();
        for (Draft<S> draft : drafts.values()) if (draft.changed()) changed.add(draft.document());
        return changed.isEmpty() ? Set.of() : store.save(changed);
    }

    private static <S> StateDocument<S> stored(Draft<S> draft) {
        StateDocument<S> document = draft.document();
        if (!draft.changed()) return document;
        return new StateDocument<>(
                document.id(),
                document.version() + 1,
                document.sequence(),
                document.state(),
                document.marks(),
                document.pending());
    }

    private void publishOrLeave(List<StateDocument<S>> documents) {
        try {
            publish(documents);
        } catch (EventPublisher.NotPublished toldLater) {
            // the events stay pending in their documents, where the sweeper finds them
        }
    }

    private void publish(List<StateDocument<S>> documents) {
        List<Envelope<?>> events = new ArrayList<>();
        for (StateDocument<S> document : documents) events.addAll(document.pending());
        if (events.isEmpty()) return;
        publisher.publish(events);
        long now = System.nanoTime();
        for (StateDocument<S> document : documents)
            if (!document.pending().isEmpty())
                acknowledged.note(document.id(), document.version(), document.sequence(), now);
    }
}
