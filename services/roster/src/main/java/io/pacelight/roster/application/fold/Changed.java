package io.pacelight.roster.application.fold;

import io.pacelight.events.Event;
import io.pacelight.kit.state.Emission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the events that say what became different. */
final class Changed {
    private Changed() {}

    /** The events of {@code after} that are not among those of {@code before}, in their order. */
    static List<Emission> between(List<? extends Event> before, List<? extends Event> after, Instant at) {
        List<Emission> emissions = new ArrayList<>();
        for (Event event : after) {
            if (!before.contains(event)) {
                emissions.add(new Emission(event, at));
            }
        }
        return emissions;
    }
}
