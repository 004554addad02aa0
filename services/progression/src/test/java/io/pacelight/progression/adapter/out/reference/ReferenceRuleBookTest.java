package io.pacelight.progression.adapter.out.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.kit.reference.InMemoryBook;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceRuleBookTest {
    private final InMemoryBook book = new InMemoryBook();
    private final ReferenceRuleBook rules = new ReferenceRuleBook(book);

    @Test
    void a_code_that_can_be_no_key_is_unknown_and_no_fault() {
        book.tell(new CompetencyChanged("d", "M.1", "Fractions", null, null, List.of(), null, null, null, true));
        assertThat(rules.knowsCompetency("d", "M.1")).isTrue();
        assertThat(rules.knowsCompetency("d", "M.1|M.2")).isFalse();
        assertThat(rules.knowsCompetency("d", "")).isFalse();
    }

    @Test
    void whoever_sees_a_new_revision_judges_by_the_new_zone() {
        List<String> seen = new ArrayList<>();
        book.follow(fact -> seen.add(rules.revision() + " " + rules.zone("d", List.of("S1"))));
        book.tell(new OrgChanged("d", "S1", "North", OrgType.SCHOOL, null, "America/Denver", true));
        assertThat(seen).containsExactly("1 " + ZoneId.of("America/Denver"));
    }
}
