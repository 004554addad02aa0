package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What docker-compose.yml mounts and names is what Prometheus, Alertmanager and Grafana look for. */
class ComposeTest {
    private static final Path ROOT = Observability.HOME.resolve("../..").normalize();
    private static final Map<?, ?> SERVICES =
            (Map<?, ?>) Observability.yaml(ROOT.resolve("docker-compose.yml")).get("services");
    private static final String MANAGEMENT_PORT = "8081";

    @Test
    void grafana_finds_its_provisioning_the_dashboards_and_prometheus() {
        Map<String, String> mounts = mounts("grafana");
        Map<?, ?> source = first(file("grafana/provisioning/datasources/prometheus.yml"), "datasources");
        Map<?, ?> provider = first(file("grafana/provisioning/dashboards/pacelight.yml"), "providers");

        assertThat(mounts).containsEntry("./infra/observability/grafana/provisioning", "/etc/grafana/provisioning");
        assertThat(((Map<?, ?>) provider.get("options")).get("path"))
                .isEqualTo(mounts.get("./infra/observability/grafana/dashboards"));
        assertThat(provider.get("type")).isEqualTo("file");
        assertThat(source.get("type")).isEqualTo("prometheus");
        assertThat(source.get("uid")).isEqualTo("prometheus");
        assertThat(SERVICES.get(URI.create(source.get("url").toString()).getHost()))
                .isNotNull();
    }

    @Test
    void prometheus_scrapes_every_service_on_its_management_port_and_knows_alertmanager() {
        Map<?, ?> config = file("prometheus/prometheus.yml");
        Set<String> images = new TreeSet<>();
        SERVICES.forEach((name, service) -> {
            if (((Map<?, ?>) service).get("build") != null) images.add(name + ":" + MANAGEMENT_PORT);
        });
        // sign-in, the clock and the pupils of a demo measure nothing
        images.remove("demo:" + MANAGEMENT_PORT);
        Set<String> scraped = new TreeSet<>();
        for (Object job : (List<?>) config.get("scrape_configs"))
            if (!((Map<?, ?>) job).get("job_name").equals("prometheus")) scraped.addAll(targets((Map<?, ?>) job));

        assertThat(scraped).isEqualTo(images).hasSize(7);
        assertThat(mounts("prometheus"))
                .containsEntry("./infra/observability/prometheus/prometheus.yml", "/etc/prometheus/prometheus.yml")
                .containsEntry("./infra/observability/prometheus/rules", "/etc/prometheus/rules");
        assertThat(config.get("rule_files")).isEqualTo(List.of("/etc/prometheus/rules/*.yml"));
        assertThat(targets(first((Map<?, ?>) config.get("alerting"), "alertmanagers")))
                .containsExactly("alertmanager:9093");
    }

    @Test
    void alerts_end_up_in_the_mail_catcher() {
        Map<?, ?> config = file("alertmanager/alertmanager.yml");
        String server = ((Map<?, ?>) config.get("global")).get("smtp_smarthost").toString();

        assertThat(mounts("alertmanager"))
                .containsEntry(
                        "./infra/observability/alertmanager/alertmanager.yml", "/etc/alertmanager/alertmanager.yml");
        assertThat(server).isEqualTo("mail:1025");
        assertThat(SERVICES.get("mail")).isNotNull();
    }

    @Test
    void nothing_is_published_beyond_this_machine_and_no_management_port_at_all() {
        assertThat(SERVICES).allSatisfy((name, service) -> {
            if (((Map<?, ?>) service).get("ports") instanceof List<?> ports)
                for (Object port : ports)
                    assertThat(port.toString())
                            .as(name.toString())
                            .startsWith("127.0.0.1:")
                            .doesNotEndWith(":" + MANAGEMENT_PORT);
        });
    }

    private static Map<?, ?> file(String path) {
        return Observability.yaml(Observability.HOME.resolve(path));
    }

    private static Map<?, ?> first(Map<?, ?> parent, String list) {
        return (Map<?, ?>) ((List<?>) parent.get(list)).getFirst();
    }

    private static Set<String> targets(Map<?, ?> discovery) {
        Set<String> targets = new TreeSet<>();
        for (Object fixed : (List<?>) discovery.get("static_configs"))
            for (Object target : (List<?>) ((Map<?, ?>) fixed).get("targets")) targets.add(target.toString());
        return targets;
    }

    /** Where in the container each file or folder of this repository is. */
    private static Map<String, String> mounts(String service) {
        Map<String, String> mounts = new HashMap<>();
        for (Object volume : (List<?>) ((Map<?, ?>) SERVICES.get(service)).get("volumes")) {
            String[] parts = volume.toString().split(":");
            if (parts[0].startsWith("./")) mounts.put(parts[0], parts[1]);
        }
        return mounts;
    }
}
