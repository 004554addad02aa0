package io.pacelight.reporting.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.kit.security.ScopeSource;
import io.pacelight.reporting.application.NoPeople;
import io.pacelight.reporting.application.NoStudents;
import io.pacelight.reporting.application.People;
import io.pacelight.reporting.application.Person;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FamilyScopesTest {
    private static final Person STUDENT = person("stu_1", "STUDENT");
    private static final Person GUARDIAN = person("gdn_1", "GUARDIAN");
    private static final Person STAFF = person("stf_1", "STAFF");

    private static Person person(String key, String kind) {
        return new Person(key, kind, "kim", "Kim", "Lee", true, 1);
    }

    /** Which students somebody sees whose username belongs to these. */
    private static Set<String> seenBy(Person... holders) {
        People people = new NoPeople() {
            @Override
            public List<Person> withUsername(String district, String username) {
                return List.of(holders);
            }
        };
        return new FamilyScopes(people, new Children())
                .find("d", "kim", Instant.EPOCH)
                .map(ScopeSource.Known::scope)
                .map(scope -> scope.students())
                .orElse(Set.of());
    }

    /** Every guardian has the same two children. */
    private static final class Children extends NoStudents {
        @Override
        public List<String> childrenOf(String district, String guardian) {
            return List.of("stu_7", "stu_8");
        }
    }

    @Test
    void students_see_themselves_and_guardians_their_children() {
        assertThat(seenBy(STUDENT)).containsExactly("stu_1");
        assertThat(seenBy(GUARDIAN)).containsExactlyInAnyOrder("stu_7", "stu_8");
    }

    @Test
    void a_username_that_two_share_shows_neither_the_other() {
        assertThat(seenBy(STUDENT, person("stu_2", "STUDENT"))).isEmpty();
        assertThat(seenBy(STUDENT, GUARDIAN)).isEmpty();
    }

    @Test
    void a_teacher_with_children_at_school_comes_as_a_teacher_in_whichever_order_the_two_are_stored() {
        assertThat(seenBy(STAFF, GUARDIAN)).isEmpty();
        assertThat(seenBy(GUARDIAN, STAFF)).isEmpty();
    }
}
