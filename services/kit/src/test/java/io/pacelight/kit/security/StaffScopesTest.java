package io.pacelight.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.stream.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffScopesTest {
    private static final Instant TUESDAY = Instant.parse("2026-10-13T15:00:00Z");

    private final Book book = new Book();
    private final StaffScopes scopes = new StaffScopes(book);

    /** Facts in a map, told as they are put. */
    private static final class Book implements ReferenceBook {
        private final Map<String, ReferenceEvent> facts = new HashMap<>();
        private Consumer<ReferenceEvent> follower = fact -> {};

        void put(ReferenceEvent fact) {
            facts.put(fact.key(), fact);
            follower.accept(fact);
        }

        @Override
        public <E extends ReferenceEvent> Optional<E> find(Class<E> kind, String key) {
            return Optional.ofNullable(facts.get(key)).filter(kind::isInstance).map(kind::cast);
        }

        @Override
        public <E extends ReferenceEvent> Collection<E> all(Class<E> kind) {
            return facts.values().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        @Override
        public void follow(Consumer<ReferenceEvent> told) {
            follower = told;
        }

        @Override
        public void awaitRead(Received.Place place) {}
    }

    private static StaffChanged staff(String key, @Nullable String username, String role, String org) {
        return new StaffChanged("d", key, username, List.of(new StaffRole(role, org)), true);
    }

    private static ClassChanged taught(String classId, ClassTeacher... teachers) {
        return new ClassChanged("d", classId, "Math", "K", "S1", List.of(), List.of(), null, List.of(teachers), true);
    }

    private AccessScope scope(String username) {
        return scopes.find("d", username, TUESDAY).map(ScopeSource.Known::scope).orElse(AccessScope.nothing("d"));
    }

    @Test
    void a_teacher_sees_the_classes_of_today() {
        book.put(staff("stf_1", "okafor", "teacher", "S1"));
        book.put(taught("now", new ClassTeacher("stf_1", true, null, LocalDate.of(2026, 10, 13))));
        book.put(taught("over", new ClassTeacher("stf_1", true, null, LocalDate.of(2026, 10, 12))));
        book.put(taught("later", new ClassTeacher("stf_1", true, LocalDate.of(2026, 10, 14), null)));
        assertThat(scope("okafor").classes()).containsExactly("now");
        assertThat(scope("okafor").seesClass("over", "S1")).isFalse();
    }

    @Test
    void a_leader_sees_own_schools_and_a_district_administrator_all() {
        book.put(new OrgChanged("d", "D1", "District", OrgType.DISTRICT, null, "America/Chicago", true));
        book.put(staff("stf_1", "lead", "principal", "S1"));
        book.put(staff("stf_2", "boss", "districtAdministrator", "D1"));
        assertThat(scope("lead").schools()).containsExactly("S1");
        assertThat(scope("lead").seesSchool("S2")).isFalse();
        assertThat(scope("boss").wholeDistrict()).isTrue();
    }

    @Test
    void a_username_that_two_active_people_share_is_nobodys() {
        book.put(staff("stf_1", "jsmith", "principal", "S1"));
        book.put(staff("stf_2", "jsmith", "principal", "S2"));
        assertThat(scopes.find("d", "jsmith", TUESDAY)).isEmpty();
    }

    @Test
    void a_username_that_moved_on_is_the_new_holders_in_whichever_order_it_is_told() {
        book.put(staff("stf_2", "jsmith", "principal", "S2"));
        book.put(staff("stf_1", "jsmith", "principal", "S1"));
        book.put(staff("stf_1", "renamed", "principal", "S1"));
        assertThat(scope("jsmith").schools()).containsExactly("S2");
        assertThat(scope("renamed").schools()).containsExactly("S1");
    }

    @Test
    void a_username_that_cannot_be_a_key_is_left_out_and_stops_nobody() {
        book.put(staff("stf_1", "a|b", "principal", "S1"));
        book.put(staff("stf_2", "lead", "principal", "S2"));
        assertThat(scope("a|b")).isEqualTo(AccessScope.nothing("d"));
        assertThat(scope("lead").schools()).containsExactly("S2");
    }
}
