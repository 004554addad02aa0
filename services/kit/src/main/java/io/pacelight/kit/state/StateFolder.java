package io.pacelight.kit.state;

import io.pacelight.events.Envelope;
import io.pacelight.kit.observe.Traceparent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    /** A writer that has not been heard of for so long will not write again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    private final String source;
    private final StateStore<S> store;
    private final StateMachine<S, I> machine;
    private final EventPublisher publisher;
    private final Deliveries deliveries;

    /** @param source CloudEvents source of what the documents emit, such as {@code /pacelight/progression} */
    public StateFolder(String source, StateStore<S> store, StateMachine<S, I> machine, EventPublisher publisher) {
        this.source = source;
        this.store = store;
        this.machine = machine;
        this.publisher = publisher;
        this.deliveries = new Deliveries(store);
    }

    public Folded<S> fold(Collection<Input<I>> inputs) {
        List<Stamp> stamps = new ArrayList<>(1);
        Folded<S> folded = store(inputs, stamps);
        publish(folded.touched(), stamps);
        return folded;
    }

    /**
     * Folds for a caller that waits: what is stored is accepted. If the broker does not answer, the sweeper tells it
     * later, since a caller who was told to try again might do so under another id.
     */
    public Folded<S> accept(Collection<Input<I>> inputs) {
        List<Stamp> stamps = new ArrayList<>(1);
        Folded<S> folded = store(inputs, stamps);
        publishOrLeave(folded.touched(), stamps);
        return folded;
    }

    /** @param stamps takes what the documents were stored as */
    private Folded<S> store(Collection<Input<I>> inputs, List<Stamp> stamps) {
        Map<String, List<Input<I>>> open = new LinkedHashMap<>();
        for (Input<I> input : inputs)
            open.computeIfAbsent(input.document(), ignored -> new ArrayList<>()).add(input);
        List<StateDocument<S>> done = new ArrayList<>(open.size());
        List<StateDocument<S>> before = new ArrayList<>(open.size());
        List<Folded.Rejected> rejected = new ArrayList<>();
        int absorbed = 0;
        int conflicts = 0;
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == ROUNDS) throw changing(open.size(), stamps);
            Map<String, StateDocument<S>> stored = load(open.keySet(), stamps);
            Map<String, Draft<S>> drafts = new LinkedHashMap<>(open.size() * 2);
            Map<String, List<Folded.Rejected>> refused = new LinkedHashMap<>();
            open.forEach((id, own) -> drafts.put(id, folded(id, stored.get(id), own, refused)));
            Set<String> losers = save(drafts, stamps);
            for (Map.Entry<String, Draft<S>> entry : drafts.entrySet()) {
                if (losers.contains(entry.getKey())) continue;
                done.add(stored(entry.getValue()));
                before.add(entry.getValue().from());
                rejected.addAll(refused.getOrDefault(entry.getKey(), List.of()));
                absorbed += entry.getValue().absorbed();
            }
            conflicts += losers.size();
            open.keySet().retainAll(losers);
        }
        return new Folded<>(done, before, rejected, absorbed, conflicts);
    }

    /**
     * Decides on one document for a caller that waits. {@code decision} sees the current state and may throw to
     * refuse; it runs again if somebody else wrote first, so it must be pure. If the broker does not answer, the
     * decision stands all the same and the sweeper tells it later.
     */
    public StateDocument<S> command(String document, String cause, Function<S, Step<S>> decision) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Stamp> stamps = new ArrayList<>(1);
            Draft<S> draft = draft(document, load(List.of(document), stamps).get(document));
            draft.become(cause, decision.apply(draft.state()));
            if (save(Map.of(document, draft), stamps).isEmpty()) {
                StateDocument<S> written = stored(draft);
                publishOrLeave(List.of(written), stamps);
                return written;
            }
            deliveries.told(stamps); // whoever wrote first, or on top of it, carries forward what there is to tell
        }
        throw changing(1, List.of());
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
        boolean untold = false;
        List<Stamp> stamps = new ArrayList<>(1);
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == ROUNDS) throw changing(open.size(), stamps);
            Map<String, StateDocument<S>> stored = load(open.keySet(), stamps);
            Map<String, Draft<S>> drafts = new LinkedHashMap<>(open.size() * 2);
            open.forEach((id, own) -> {
                Draft<S> draft = draft(id, stored.get(id));
                for (Envelope<?> event : own) draft.recall(event, machine);
                drafts.put(id, draft);
            });
            for (Draft<S> draft : drafts.values())
                untold |= !draft.document().pending().isEmpty();
            open.keySet().retainAll(save(drafts, stamps));
        }
        if (untold)
            deliveries.left(stamps); // what a command could not tell was carried forward, and the sweeper tells it
        else deliveries.told(stamps);
    }

    /**
     * Publishes what earlier writes left untold, such as those of a process that died between its write and its publish,
     * and takes it out of its documents.
     *
     * @param now wall clock
     * @param grace what was saved less than so long ago may be about to be told by whoever saved it; what was saved as far
     *     ahead of {@code now} was saved by a fast clock, and is not waited for
     */
    public int sweep(Instant now, Duration grace, int limit) {
        List<StateDocument<S>> left = new ArrayList<>();
        for (Writer writer : deliveries.writers()) {
            if (left.size() == limit) break;
            List<StateDocument<S>> found =
                    store.untold(writer.name(), writer.toldUpTo(), now, grace, limit - left.size());
            left.addAll(found);
            boolean gone = writer.heardOf().isBefore(now.minus(FORGOTTEN_AFTER));
            if (found.isEmpty() && gone && !deliveries.isOwn(writer.name())) store.forget(writer.name());
        }
        if (left.isEmpty()) return 0;
        publish(left, List.of());
        Map<String, Long> versions = new HashMap<>(left.size() * 2);
        for (StateDocument<S> document : left) versions.put(document.id(), document.version());
        store.forgetPending(versions);
        return left.size();
    }

    /**
     * Puts the latest facts last where somebody told an older one behind them. Two writers of one document may publish in
     * the other order than they wrote, and whoever stood still between its write and its publish tells late what others
     * have long told; so may one that dies just then, and nobody's memory helps. But the record stands on its topic. Of a
     * compacted topic it would be the one that stays.
     *
     * @param standing events as they were read from compacted topics, each partition's in their order; others are left out
     * @return how many facts were told again, each as it was told before
     */
    public int retell(Collection<? extends Envelope<?>> standing) {
        Map<String, Map<String, Envelope<?>>> last = new LinkedHashMap<>();
        for (Envelope<?> event : standing)
            if (event.source().equals(source)
                    && machine.tells().contains(event.data().getClass()))
                last.computeIfAbsent(event.subject(), ignored -> new LinkedHashMap<>())
                        .put(event.topic() + ' ' + event.data().key(), event);
        if (last.isEmpty()) return 0;
        last.keySet().retainAll(outdone(last, store.load(last.keySet())).keySet());
        if (last.isEmpty()) return 0;
        Map<String, StateDocument<S>> stored = store.load(last.keySet(), deliveries.look());
        Map<String, List<Envelope<?>>> latest = outdone(last, stored);
        List<Envelope<?>> again = new ArrayList<>();
        for (StateDocument<S> document : stored.values()) {
            Map<Long, Envelope<?>> bySequence = new TreeMap<>();
            for (Envelope<?> event : latest.getOrDefault(document.id(), List.of()))
                bySequence.put(event.sequence(), event);
            // what is still to be told goes along, so that nothing overtakes it
            if (!bySequence.isEmpty())
                for (Envelope<?> event : document.pending()) bySequence.put(event.sequence(), event);
            again.addAll(bySequence.values());
        }
        if (!again.isEmpty()) publisher.publish(again);
        return latest.values().stream().mapToInt(List::size).sum();
    }

    /** By document the latest facts under keys of which older ones stand last. */
    private static <S> Map<String, List<Envelope<?>>> outdone(
            Map<String, Map<String, Envelope<?>>> last, Map<String, StateDocument<S>> stored) {
        Map<String, List<Envelope<?>>> outdone = new LinkedHashMap<>();
        stored.forEach((id, document) -> {
            LatestFacts latest = LatestFacts.of(document.latest());
            for (Envelope<?> event : last.getOrDefault(id, Map.of()).values()) {
                Envelope<?> beyond = latest.beyond(event);
                if (beyond != null)
                    outdone.computeIfAbsent(id, ignored -> new ArrayList<>(1)).add(beyond);
            }
        });
        return outdone;
    }

    /** When the document that has had something to tell for longest was saved (wall clock); none if none has any. */
    public Optional<Instant> oldestPending() {
        return deliveries.writers().stream()
                .flatMap(writer -> store.oldestUntold(writer.name(), writer.toldUpTo()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Writes down how far this process has told what it stored. */
    public void note() {
        deliveries.note();
    }

    private Map<String, StateDocument<S>> load(Collection<String> ids, List<Stamp> stamps) {
        try {
            return store.load(ids, deliveries.look());
        } catch (RuntimeException e) {
            deliveries.left(stamps);
            throw e;
        }
    }

    private IllegalStateException changing(int documents, List<Stamp> stamps) {
        deliveries.left(stamps);
        return new IllegalStateException(documents + " documents keep changing under us");
    }

    private Draft<S> draft(String id, @Nullable StateDocument<S> stored) {
        StateDocument<S> from = stored == null ? StateDocument.unborn(id, machine.initial(id)) : stored;
        return new Draft<>(from, source, Traceparent.current());
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

    /** @param stamps of the rounds before; takes that of this one */
    private Set<String> save(Map<String, Draft<S>> drafts, List<Stamp> stamps) {
        List<StateDocument<S>> changed = new ArrayList<>();
        for (Draft<S> draft : drafts.values()) if (draft.changed()) changed.add(draft.document());
        if (changed.isEmpty()) return Set.of();
        try {
            stamps.add(deliveries.begin());
            return store.save(changed, stamps.getLast());
        } catch (RuntimeException e) {
            deliveries.left(stamps);
            throw e;
        }
    }

    private static <S> StateDocument<S> stored(Draft<S> draft) {
        StateDocument<S> document = draft.document();
        if (!draft.changed()) return document;
        return document.at(document.version() + 1);
    }

    private void publishOrLeave(List<StateDocument<S>> documents, List<Stamp> stamps) {
        try {
            publish(documents, stamps);
        } catch (EventPublisher.NotPublished toldLater) {
            // the events stay pending in their documents, where the sweeper finds them
        }
    }

    private void publish(List<StateDocument<S>> documents, List<Stamp> stamps) {
        List<Envelope<?>> events = new ArrayList<>();
        for (StateDocument<S> document : documents) events.addAll(document.pending());
        try {
            if (!events.isEmpty()) publisher.publish(events);
        } catch (RuntimeException e) {
            deliveries.left(stamps);
            throw e;
        }
        deliveries.told(stamps);
    }
}
