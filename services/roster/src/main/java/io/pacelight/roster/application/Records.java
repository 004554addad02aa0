package io.pacelight.roster.application;

import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.StateStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The stored documents of one kind: read, walked over, changed on trial or for good. */
public final class Records<S, I> {
    private static final int PAGE = 2_000;

    /** A page of documents in the order of their ids. */
    @FunctionalInterface
    public interface Pages<S> {
        /** Up to {@code limit} documents whose id begins with {@code prefix} and comes after {@code after}. */
        List<StateDocument<S>> next(String prefix, String after, int limit);
    }

    /** What one document was and what the changes make of it. */
    public record Outcome<S>(String id, Optional<S> before, S after) {
        /** Whether the document comes to be. */
        public boolean isNew() {
            return before.isEmpty();
        }

        public boolean isChanged() {
            return before.isEmpty() || !before.get().equals(after);
        }
    }

    private final StateStore<S> store;
    private final StateFolder<S, I> folder;
    private final StateMachine<S, I> machine;
    private final Pages<S> pages;

    public Records(StateStore<S> store, StateFolder<S, I> folder, StateMachine<S, I> machine, Pages<S> pages) {
        this.store = store;
        this.folder = folder;
        this.machine = machine;
        this.pages = pages;
    }

    public Optional<S> find(String id) {
        return Optional.ofNullable(store.load(List.of(id)).get(id)).map(StateDocument::state);
    }

    public Map<String, S> load(Collection<String> ids) {
        Map<String, S> states = new HashMap<>();
        if (!ids.isEmpty()) {
            store.load(ids).forEach((id, document) -> states.put(id, document.state()));
        }
        return states;
    }

    /** Hands on every document whose id begins with the prefix, page by page. */
    public void each(String prefix, Consumer<List<StateDocument<S>>> pageTaker) {
        String after = prefix;
        List<StateDocument<S>> page = pages.next(prefix, after, PAGE);
        while (!page.isEmpty()) {
            pageTaker.accept(page);
            after = page.getLast().id();
            page = page.size() < PAGE ? List.of() : pages.next(prefix, after, PAGE);
        }
    }

    /** What the inputs would make of the documents; nothing is written. */
    public List<Outcome<S>> trial(List<Input<I>> inputs) {
        Map<String, List<Input<I>>> byDocument = new LinkedHashMap<>();
        inputs.forEach(input -> byDocument
                .computeIfAbsent(input.document(), id -> new ArrayList<>())
                .add(input));
        Map<String, S> stored = load(byDocument.keySet());
        List<Outcome<S>> outcomes = new ArrayList<>(byDocument.size());
        byDocument.forEach((id, own) -> {
            S before = stored.get(id);
            S state = before == null ? machine.initial(id) : before;
            for (Input<I> input : own) {
                state = machine.apply(state, input.value()).state();
            }
            outcomes.add(new Outcome<>(id, Optional.ofNullable(before), state));
        });
        return outcomes;
    }

    /** Changes those documents that become different, and tells so; answers how many they were. */
    public int change(List<Input<I>> inputs) {
        Set<String> changing = new HashSet<>();
        trial(inputs).stream().filter(Outcome::isChanged).forEach(outcome -> changing.add(outcome.id()));
        if (!changing.isEmpty()) {
            fold(inputs.stream()
                    .filter(input -> changing.contains(input.document()))
                    .toList());
        }
        return changing.size();
    }

    /** Changes the documents and tells what became different; doing it again is harmless. */
    public void fold(List<Input<I>> inputs) {
        var folded = folder.fold(inputs);
        if (!folded.rejected().isEmpty()) {
            throw new IllegalStateException(folded.rejected().getFirst().reason());
        }
    }
}
