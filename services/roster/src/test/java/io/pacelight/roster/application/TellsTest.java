package io.pacelight.roster.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.Event;
import io.pacelight.events.EventCatalogue;
import io.pacelight.events.Topics;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.roster.application.fold.ClassMachine;
import io.pacelight.roster.application.fold.FactMachine;
import io.pacelight.roster.application.fold.PersonMachine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellsTest {
    /** An event of which no kind of document knows would not be told again when an older one stands behind it. */
    @Test
    void each_kind_of_fact_on_the_rosters_compacted_topics_is_told_by_one_kind_of_document() {
        Set<String> own = Set.of(Topics.REFERENCE, Topics.PEOPLE, Topics.CURRICULUM, Topics.STUDENTS);
        List<Class<? extends Event>> told =
                List.<StateMachine<?, ?>>of(new FactMachine(), new ClassMachine(), new PersonMachine()).stream()
                        .<Class<? extends Event>>flatMap(machine -> machine.tells().stream())
                        .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.entries().stream()
                        .filter(entry -> own.contains(entry.topic()))
                        .<Class<? extends Event>>map(EventCatalogue.Entry::record)
                        .toList());
    }
}
