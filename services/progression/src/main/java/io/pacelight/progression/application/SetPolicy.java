package io.pacelight.progression.application;

import io.pacelight.events.Event;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.progression.domain.policy.PolicySetting;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is set for one scope of one district; absent until somebody sets it. */
public record SetPolicy(@Nullable PolicySetting setting) {
    public static final SetPolicy NONE = new SetPolicy(null);

    /** Policies are set by people only, never by an event. */
    public static final StateMachine<SetPolicy, SetPolicy> MACHINE = new StateMachine<>() {
        @Override
        public SetPolicy initial(String document) {
            return NONE;
        }

        @Override
        public Step<SetPolicy> apply(SetPolicy state, SetPolicy input) {
            return Step.of(state);
        }

        @Override
        public Set<Class<? extends Event>> tells() {
            return Set.of(MasteryPolicyChanged.class);
        }

        @Override
        public SetPolicy recall(SetPolicy state, Event told, Instant at) {
            return told instanceof MasteryPolicyChanged changed ? new SetPolicy(ChangePolicy.read(changed)) : state;
        }
    };
}
