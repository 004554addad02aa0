package io.pacelight.kit.state;

import java.util.List;

/** What one input made of a state: the next state, and the events that follow from it, in order. */
public record Step<S>(S state, List<Emission> emissions) {
    public Step {
        emissions = List.copyOf(emissions);
    }

    public static <S> Step<S> of(S state) {
        return new Step<>(state, List.of());
    }
}
