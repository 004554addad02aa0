package io.pacelight.kit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolZonesTest {
    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final InMemoryBook book = new InMemoryBook();
    private final SchoolZones zones = new SchoolZones(book);

    private void tell(String org, OrgType type, String zone) {
        book.tell(new OrgChanged("d", org, org, type, null, zone, true));
    }

    @Test
    void a_school_has_its_own_zone_and_else_its_districts_and_else_utc() {
        assertThat(zones.of("d", "S1")).isEqualTo(ZoneOffset.UTC);
        tell("D", OrgType.DISTRICT, "America/Chicago");
        assertThat(zones.of("d", "S1")).isEqualTo(CHICAGO);
        tell("S1", OrgType.SCHOOL, "America/Denver");
        assertThat(zones.of("d", "S1")).isEqualTo(DENVER);
        assertThat(zones.of("elsewhere", "S1")).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void a_zone_that_no_clock_knows_is_none() {
        tell("D", OrgType.DISTRICT, "America/Chicago");
        tell("S1", OrgType.SCHOOL, "America/Denver");
        tell("S1", OrgType.SCHOOL, "Mars/Olympus");
        assertThat(zones.of("d", "S1")).isEqualTo(CHICAGO);
        tell("D", OrgType.DISTRICT, "Mars/Olympus");
        assertThat(zones.of("d", "S1")).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void of_several_schools_the_first_that_has_one_counts() {
        tell("S2", OrgType.SCHOOL, "America/Denver");
        assertThat(zones.of("d", List.of("S1", "S2"))).isEqualTo(DENVER);
    }

    @Test
    void the_topmost_organisation_speaks_for_the_district_in_whichever_order_they_are_told() {
        tell("S9", OrgType.SCHOOL, "UTC");
        tell("D2", OrgType.DISTRICT, "America/Denver");
        tell("D1", OrgType.DISTRICT, "America/Chicago");
        assertThat(zones.of("d", List.of())).isEqualTo(CHICAGO);
    }
}
