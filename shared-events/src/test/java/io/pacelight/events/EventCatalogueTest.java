package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    @Test
    void it_holds_every_record_that_is_an_event() {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> kind : Event.class.getPermittedSubclasses())
            records.addAll(List.of(kind.getPermittedSubclasses()));

        assertThat(EventCatalogue.entries().stream().<Class<?>>map(EventCatalogue.Entry::record))
                .containsExactlyInAnyOrderElementsOf(records);
    }

    @Test
    void types_are_constants_of_one_form() throws ReflectiveOperationException {
        assertThat(EventCatalogue.entries().stream().map(EventCatalogue.Entry::type))
                .doesNotHaveDuplicates()
                .allMatch(type -> type.matches("io\\.pacelight\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*"));
        for (EventCatalogue.Entry entry : EventCatalogue.entries())
            assertThat(entry.record().getField("TYPE").get(null)).isEqualTo(entry.type());
    }

    @Test
    void a_type_that_it_does_not_know_is_not_found() {
        assertThat(EventCatalogue.find("io.pacelight.attempt-recorded.v9")).isEmpty();
        assertThat(EventCatalogue.find(AttemptRecorded.TYPE))
                .contains(new EventCatalogue.Entry(AttemptRecorded.TYPE, AttemptRecorded.class, Topics.ATTEMPTS));
    }
}
