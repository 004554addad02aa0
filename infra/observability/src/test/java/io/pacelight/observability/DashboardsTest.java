package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Grafana would show wrongly without a word. */
class DashboardsTest {
    @Test
    void every_dashboard_has_an_address_and_every_panel_says_what_it_shows() {
        Set<String> addresses = new HashSet<>();
        for (Path file : Observability.files("grafana/dashboards", ".json")) {
            JsonNode board = Observability.json(file);
            assertThat(file.getFileName()).hasToString(board.get("uid").asString() + ".json");
            assertThat(addresses.add(board.get("uid").asString())).isTrue();
            Set<Integer> ids = new HashSet<>();
            Set<String> cells = new HashSet<>();
            for (JsonNode panel : board.get("panels")) {
                String title = panel.get("title").asString();
                assertThat(ids.add(panel.get("id").asInt())).as(title).isTrue();
                JsonNode at = panel.get("gridPos");
                for (int x = 0; x < at.get("w").asInt(); x++)
                    for (int y = 0; y < at.get("h").asInt(); y++)
                        assertThat(cells.add((at.get("x").asInt() + x) + "/"
                                        + (at.get("y").asInt() + y)))
                                .as(title + " lies on another panel")
                                .isTrue();
                assertThat(at.get("x").asInt() + at.get("w").asInt()).as(title).isLessThanOrEqualTo(24);
                if (panel.get("type").asString().equals("row")) continue;
                assertThat(panel.get("description").asString()).as(title).isNotBlank();
                assertThat(panel.get("targets")).as(title).isNotEmpty();
                for (JsonNode target : panel.get("targets"))
                    assertThat(target.get("datasource").get("uid").asString())
                            .as(title)
                            .isEqualTo("prometheus");
            }
        }
        assertThat(addresses).hasSize(4);
    }

    @Test
    void the_provisioned_data_source_is_the_one_that_panels_name() {
        String sources =
                Observability.text(Observability.HOME.resolve("grafana/provisioning/datasources/prometheus.yml"));
        assertThat(sources).contains("uid: prometheus");
    }
}
