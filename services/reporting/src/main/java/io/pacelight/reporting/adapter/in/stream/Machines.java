package io.pacelight.reporting.adapter.in.stream;

import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import io.pacelight.reporting.application.Person;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentFact;
import io.pacelight.reporting.domain.StudentState;
import java.util.List;

/** How facts go into reporting's documents; nothing is ever told in return. */
public final class Machines {
    /** Students' states: all that a poll says of one at once, since its maps are copied once for it. */
    public static final StateMachine<StudentState, List<StudentFact>> STUDENTS = new StateMachine<>() {
        @Override
        public StudentState initial(String document) {
            int bar = document.indexOf('|');
            return StudentState.unknown(document.substring(0, bar), document.substring(bar + 1));
        }

        @Override
        public Step<StudentState> apply(StudentState state, List<StudentFact> facts) {
            return Step.of(state.with(facts));
        }
    };

    /** Students' evidence. */
    public static final StateMachine<EvidenceState, StudentFact> EVIDENCE = new StateMachine<>() {
        @Override
        public EvidenceState initial(String document) {
            return EvidenceState.EMPTY;
        }

        @Override
        public Step<EvidenceState> apply(EvidenceState state, StudentFact fact) {
            return Step.of(state.with(List.of(fact)));
        }
    };

    /** People, by the roster's sequence. */
    public static final StateMachine<Person, Person> PEOPLE = new StateMachine<>() {
        @Override
        public Person initial(String document) {
            String key = document.substring(document.indexOf('|') + 1);
            return new Person(key, "", null, "", "", false, Long.MIN_VALUE);
        }

        @Override
        public Step<Person> apply(Person known, Person told) {
            return Step.of(told.sequence() > known.sequence() ? told : known);
        }
    };

    private Machines() {}
}
