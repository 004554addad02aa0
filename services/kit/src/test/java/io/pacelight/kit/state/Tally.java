package io.pacelight.kit.state;

import io.pacelight.events.LevelChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** The smallest state that shows whether anything was lost or done twice: which inputs came, and how often one told. */
public record Tally(TreeSet<String> seen, int told) {
    public static final Instant AT = Instant.parse("2026-10-14T14:00:00Z");

    /** Emits one event for each input; its own set is not used to know a repeat: that is the marks' business. */
    public static final StateMachine<Tally, String> MACHINE = new StateMachine<>() {
        @Override
        public Tally initial(String document) {
            return new Tally(new TreeSet<>(), 0);
        }

        @Override
        public Step<Tally> apply(Tally state, String input) {
            if (input.startsWith("poison")) throw new IllegalStateException("secret value of " + input);
            TreeSet<String> seen = new TreeSet<>(state.seen());
            seen.add(input);
            Tally next = new Tally(seen, state.told() + 1);
            return new Step<>(
                    next,
                    List.of(new Emission(
                            new LevelChanged(
                                    "d", "stu_1", "M.1", BigDecimal.ZERO, BigDecimal.valueOf(next.told()), input),
                            AT)));
        }
    };
}
