package io.pacelight.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.CourseChanged;
import io.pacelight.events.TermChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceFactsTest {
    private final ReferenceFacts facts = new ReferenceFacts();
    private final List<String> told = new ArrayList<>();

    private static CourseChanged course(String title) {
        return new CourseChanged("d", "K", title, null, null, List.of(), List.of(), true);
    }

    private void follow() {
        facts.follow(fact -> told.add(((CourseChanged) fact).title()));
    }

    private String title() {
        return facts.find(CourseChanged.class, course("").key()).orElseThrow().title();
    }

    @Test
    void a_repeat_of_what_was_told_earlier_neither_holds_nor_is_told() {
        follow();
        facts.take(course("Maths"), 1);
        facts.take(course("Mathematics"), 2);
        facts.take(course("Maths"), 1);
        facts.take(course("Mathematics"), 2);
        assertThat(title()).isEqualTo("Mathematics");
        assertThat(told).containsExactly("Maths", "Mathematics");
    }

    @Test
    void who_comes_later_is_told_what_holds() {
        facts.take(course("Maths"), 1);
        facts.take(course("Mathematics"), 2);
        follow();
        facts.take(course("Algebra"), 3);
        assertThat(told).containsExactly("Mathematics", "Algebra");
    }

    @Test
    void what_is_forgotten_is_forgotten_under_its_key_alone() {
        TermChanged term = new TermChanged(
                "d", "T", "Fall", "term", LocalDate.of(2026, 8, 24), LocalDate.of(2026, 12, 18), null, null, true);
        facts.take(course("Maths"), 1);
        facts.take(term, 1);
        facts.remove(course("").key());
        assertThat(facts.all(CourseChanged.class)).isEmpty();
        assertThat(facts.all(TermChanged.class)).containsExactly(term);
    }
}
