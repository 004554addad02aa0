package io.pacelight.kit.stream;

import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.state.Folded;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Routes each event of a batch to the documents that must absorb it, and folds them. */
public final class FoldingHandler<S, I> implements BatchHandler {
    private final Function<Received, List<Input<I>>> route;
    private final StateFolder<S, I> folder;
    private final Consumer<Folded<S>> then;
    private final KitMeters meters;

    /**
     * @param route pure; an event that concerns no document gives no input. Throwing quarantines the event
     * @param then runs after the documents are stored and told, before the offsets are committed; must bear repeats
     */
    public FoldingHandler(
            Function<Received, List<Input<I>>> route,
            StateFolder<S, I> folder,
            Consumer<Folded<S>> then,
            KitMeters meters) {
        this.route = route;
        this.folder = folder;
        this.then = then;
        this.meters = meters;
    }

    @Override
    public Map<Received.Place, String> handle(List<Received> events) {
        Map<Received.Place, String> bad = new HashMap<>();
        Map<String, Received.Place> places = new HashMap<>();
        List<Input<I>> inputs = new ArrayList<>(events.size());
        for (Received received : events) {
            try {
                for (Input<I> input : route.apply(received)) {
                    inputs.add(input.followedBy(received.envelope().traceparent()));
                    places.put(input.cause(), received.place());
                }
            } catch (RuntimeException e) {
                bad.put(received.place(), "breaks the contract: " + e.getClass().getSimpleName());
            }
        }
        Folded<S> folded = folder.fold(inputs);
        for (Folded.Rejected rejected : folded.rejected()) {
            Received.Place place = places.get(rejected.cause());
            if (place != null) bad.put(place, rejected.reason());
        }
        int unchanged = inputs.size() - folded.absorbed() - folded.rejected().size();
        meters.folded(folded.absorbed(), unchanged, folded.conflicts());
        then.accept(folded);
        return bad;
    }
}
