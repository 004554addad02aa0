package io.pacelight.intervention.adapter.out.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.BellScheduleChanged;
import io.pacelight.events.CalendarChanged;
import io.pacelight.events.ClassChanged;
import io.pacelight.events.Meeting;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.PacingPlanChanged;
import io.pacelight.events.PacingTarget;
import io.pacelight.events.PathwayChanged;
import io.pacelight.events.PathwayUnit;
import io.pacelight.events.SchoolDay;
import io.pacelight.events.TermChanged;
import io.pacelight.intervention.domain.ClassFacts;
import io.pacelight.intervention.domain.ClassTime;
import io.pacelight.intervention.domain.StallRule;
import io.pacelight.kit.reference.InMemoryBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceClassesTest {
    private static final LocalDate MON = LocalDate.of(2026, 1, 12);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private final InMemoryBook book = new InMemoryBook();
    private final ReferenceClasses classes = new ReferenceClasses(book, StallRule.DEFAULT, 45);

    @Test
    void a_class_is_not_known_before_its_term_is() {
        book.tell(clazz("math"));
        assertThat(classes.of("d1").find("math")).isNull();

        book.tell(term());
        assertThat(facts("math").termEnd()).isEqualTo(MON.plusDays(13));
    }

    @Test
    void it_meets_by_bells_calendar_term_and_zone() {
        book.tell(term());
        book.tell(clazz("math"));
        assertThat(minutes("math")).isEqualTo(10 * 45);

        book.tell(bells("math", "MO", "WE"));
        assertThat(minutes("math")).isEqualTo(4 * 50);
        book.tell(new OrgChanged("d1", "s1", "North", OrgType.SCHOOL, null, ZONE.getId(), true));
        assertThat(facts("math").time().sittings().getFirst().start()).isEqualTo(Instant.parse("2026-01-12T14:00:00Z"));

        book.tell(new CalendarChanged(
                "d1",
                "s1",
                List.of(
                        new SchoolDay(MON, true, null, null),
                        new SchoolDay(MON.plusDays(2), false, null, null),
                        new SchoolDay(MON.plusDays(3), true, null, "MO"))));
        assertThat(facts("math").time().sittings())
                .extracting(ClassTime.Sitting::date)
                .containsExactly(MON, MON.plusDays(3));
    }

    @Test
    void a_zone_that_no_clock_knows_gives_way_to_the_one_of_the_district_and_else_to_utc() {
        book.tell(term());
        book.tell(clazz("math"));
        book.tell(new OrgChanged("d1", "s1", "North", OrgType.SCHOOL, "o1", "America/Nowhere", true));
        assertThat(facts("math").time().zone()).isEqualTo(ZoneOffset.UTC);

        book.tell(new OrgChanged("d2", "o2", "Other", OrgType.DISTRICT, null, "Europe/Rome", true));
        book.tell(new OrgChanged("d1", "o1", "District", OrgType.DISTRICT, null, ZONE.getId(), true));
        assertThat(facts("math").time().zone()).isEqualTo(ZONE);
        book.tell(new OrgChanged("d1", "o1", "District", OrgType.DISTRICT, null, "not a zone", true));
        assertThat(facts("math").time().zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void it_works_on_its_pathway_and_its_plan() {
        book.tell(term());
        book.tell(clazz("math"));
        book.tell(new PathwayChanged("d1", "course", List.of(new PathwayUnit("One", List.of("A", "B")))));
        book.tell(new PacingPlanChanged(
                "d1", "math", List.of(new PacingTarget("B", 90, null), new PacingTarget("C", null, MON.plusDays(4)))));

        assertThat(facts("math").competencies()).containsExactly("A", "B", "C");
        assertThat(facts("math").plan().targets()).hasSize(2);
    }

    @Test
    void classes_that_meet_alike_share_one_timetable() {
        book.tell(term());
        book.tell(clazz("math"));
        book.tell(clazz("art"));
        book.tell(bells("math", "MO"));
        book.tell(bells("art", "MO"));

        assertThat(facts("math").time()).isSameAs(facts("art").time());
    }

    private ClassFacts facts(String classId) {
        ClassFacts facts = classes.of("d1").find(classId);
        if (facts == null) throw new AssertionError(classId + " is not known");
        return facts;
    }

    private long minutes(String classId) {
        return facts(classId)
                .time()
                .between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"))
                .toMinutes();
    }

    private static TermChanged term() {
        return new TermChanged("d1", "t1", "Two weeks", "semester", MON, MON.plusDays(13), null, null, true);
    }

    private static ClassChanged clazz(String id) {
        return new ClassChanged("d1", id, id, "course", "s1", List.of("t1"), List.of(), null, List.of(), true);
    }

    private static BellScheduleChanged bells(String classId, String... days) {
        return new BellScheduleChanged(
                "d1",
                classId,
                "s1",
                List.of(new Meeting(
                        List.of(days), LocalTime.of(8, 0), LocalTime.of(8, 50), "t1", "1", "Normal Schedule")));
    }
}
