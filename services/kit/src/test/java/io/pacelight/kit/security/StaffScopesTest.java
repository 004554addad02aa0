package io.pacelight.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.kit.reference.InMemoryBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffScopesTest {
    private static final Instant TUESDAY = Instant.parse("2026-10-13T15:00:00Z");

    private final InMemoryBook book = new InMemoryBook();
    private final StaffScopes scopes = new StaffScopes(book);

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
        book.tell(staff("stf_1", "okafor", "teacher", "S1"));
        book.tell(taught("now", new ClassTeacher("stf_1", true, null, LocalDate.of(2026, 10, 13))));
        book.tell(taught("over", new ClassTeacher("stf_1", true, null, LocalDate.of(2026, 10, 12))));
        book.tell(taught("later", new ClassTeacher("stf_1", true, LocalDate.of(2026, 10, 14), null)));
        assertThat(scope("okafor").classes()).containsExactly("now");
        assertThat(scope("okafor").seesClass("over", "S1")).isFalse();
    }

    @Test
    void a_leader_sees_own_schools_and_a_district_administrator_all() {
        book.tell(new OrgChanged("d", "D1", "District", OrgType.DISTRICT, null, "America/Chicago", true));
        book.tell(staff("stf_1", "lead", "principal", "S1"));
        book.tell(staff("stf_2", "boss", "districtAdministrator", "D1"));
        assertThat(scope("lead").schools()).containsExactly("S1");
        assertThat(scope("lead").seesSchool("S2")).isFalse();
        assertThat(scope("boss").wholeDistrict()).isTrue();
    }

    @Test
    void a_username_that_two_active_people_share_is_nobodys() {
        book.tell(staff("stf_1", "jsmith", "principal", "S1"));
        book.tell(staff("stf_2", "jsmith", "principal", "S2"));
        assertThat(scopes.find("d", "jsmith", TUESDAY)).isEmpty();
    }

    @Test
    void a_username_that_moved_on_is_the_new_holders_in_whichever_order_it_is_told() {
        book.tell(staff("stf_2", "jsmith", "principal", "S2"));
        book.tell(staff("stf_1", "jsmith", "principal", "S1"));
        book.tell(staff("stf_1", "renamed", "principal", "S1"));
        assertThat(scope("jsmith").schools()).containsExactly("S2");
        assertThat(scope("renamed").schools()).containsExactly("S1");
    }

    @Test
    void a_username_that_cannot_be_a_key_is_left_out_and_stops_nobody() {
        book.tell(staff("stf_1", "a|b", "principal", "S1"));
        book.tell(staff("stf_2", "lead", "principal", "S2"));
        assertThat(scope("a|b")).isEqualTo(AccessScope.nothing("d"));
        assertThat(scope("lead").schools()).containsExactly("S2");
    }
}
