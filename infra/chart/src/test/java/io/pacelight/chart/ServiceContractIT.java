package io.pacelight.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pacelight.canary.CanaryProperties;
import io.pacelight.dashboard.config.DashboardProperties;
import io.pacelight.intervention.config.InterventionProperties;
import io.pacelight.kit.config.KitProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** What the chart sets is what the services read, and what it scales by is what they consume. */
class ServiceContractIT {
    /** The environment that a service has in a pod of the full example; a value out of a secret is "secret/key". */
    private static StandardEnvironment pod(String service) {
        JsonNode deployment = Charts.district("full").stream()
                .filter(manifest -> manifest.path("kind").asText().equals("Deployment")
                        && manifest.at("/metadata/name").asText().equals("pl-" + service))
                .findFirst()
                .orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        for (JsonNode variable : deployment.at("/spec/template/spec/containers/0/env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            variables.put(
                    variable.path("name").asText(),
                    secret.isObject()
                            ? secret.path("name").asText() + "/"
                                    + secret.path("key").asText()
                            : variable.path("value").asText());
        }
        return environment(service, variables);
    }

    private static StandardEnvironment environment(String service, Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        List<String> files = Set.of("dashboard", "canary").contains(service)
                ? List.of(service + ".yml")
                : List.of(service + ".yml", "kit.yml");
        for (String file : files)
            try {
                for (PropertySource<?> source : new YamlPropertySourceLoader().load(file, new ClassPathResource(file)))
                    environment.getPropertySources().addLast(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        ConfigurationPropertySources.attach(environment);
        return environment;
    }

    @Test
    void kafka_and_the_store_are_reached_as_the_chart_says() {
        StandardEnvironment pod = pod("roster");
        KitProperties kit =
                Binder.get(pod).bind("pacelight", KitProperties.class).get();

        assertThat(pod.getProperty("spring.cloud.stream.kafka.binder.brokers"))
                .isEqualTo("kafka-1.example.org:9093,kafka-2.example.org:9093");
        assertThat(kit.kafka())
                .isEqualTo(new KitProperties.Kafka(
                        new KitProperties.Security(SecurityProtocol.SASL_SSL),
                        new KitProperties.Sasl("SCRAM-SHA-256", "kafka-roster/user", "kafka-roster/secret"),
                        new KitProperties.Tls(Path.of("/etc/pacelight/kafka/ca.crt")),
                        Map.of()));
        assertThat(pod.getProperty("spring.mongodb.uri"))
                .isEqualTo("mongodb://mongo-1.example.org:27017,mongo-2.example.org:27017/?replicaSet=rs0");
        assertThat(kit.mongo())
                .isEqualTo(new KitProperties.Mongo(
                        "mongo-roster/username",
                        "mongo-roster/password",
                        "users",
                        new KitProperties.Tls(Path.of("/etc/pacelight/mongo/ca.crt"))));
        assertThat(pod.getProperty("pacelight.roster.zone")).isEqualTo("America/New_York");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster", "assessment", "progression", "intervention", "reporting"})
    void tokens_are_those_of_the_issuer_and_the_port_is_the_service_s(String service) {
        assertThat(pod(service).getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))
                .isEqualTo("https://id.example.org/realms/school");
        assertThat(pod(service).getProperty("server.port")).isEqualTo("8080");
        assertThat(pod(service).getProperty("management.server.port")).isEqualTo("8081");
    }

    @Test
    void the_canary_knows_its_shadow_district_the_pages_and_the_sign_in() {
        StandardEnvironment pod = pod("canary");
        CanaryProperties canary =
                Binder.get(pod).bind("pacelight.canary", CanaryProperties.class).get();

        assertThat(canary.enabled()).isTrue();
        assertThat(canary.address()).isEqualTo(URI.create("http://pl-dashboard:8080"));
        assertThat(canary.issuer()).isEqualTo(URI.create("https://id.example.org/realms/school"));
        assertThat(canary.districts())
                .containsExactly(new CanaryProperties.District(
                        "cedar-ridge-canary", "pacelight-canary", "pacelight-canary/client-secret"));
    }

    @Test
    void the_pages_find_the_services_and_the_sign_in() {
        DashboardProperties pages = Binder.get(pod("dashboard"))
                .bind("pacelight", DashboardProperties.class)
                .get();

        assertThat(pages.issuer()).isEqualTo(URI.create("https://id.example.org/realms/school"));
        assertThat(pages.oidc().clientSecret()).isEqualTo("pacelight-oidc/client-secret");
        assertThat(pages.services()).hasSize(5);
        Set<String> known = new TreeSet<>();
        Charts.district("full").stream()
                .filter(manifest -> manifest.path("kind").asText().equals("Service"))
                .forEach(manifest ->
                        known.add("http://" + manifest.at("/metadata/name").asText() + ":"
                                + manifest.at("/spec/ports/0/port").asInt()));
        assertThat(pages.services())
                .allSatisfy((name, address) -> assertThat(address.toString())
                        .isEqualTo("http://pl-" + name + ":8080")
                        .isIn(known));
    }

    @Test
    void mail_goes_to_the_given_server_and_links_to_the_pages() {
        StandardEnvironment pod = pod("intervention");
        InterventionProperties intervention =
                Binder.get(pod).bindOrCreate("pacelight.intervention", InterventionProperties.class);

        assertThat(pod.getProperty("spring.mail.host")).isEqualTo("smtp.example.org");
        assertThat(pod.getProperty("spring.mail.port")).isEqualTo("587");
        assertThat(pod.getProperty("spring.mail.password")).isEqualTo("pacelight-mail/password");
        assertThat(pod.getProperty("spring.mail.properties.mail.smtp.starttls.required"))
                .isEqualTo("true");
        assertThat(intervention.digest().link()).isEqualTo("https://pacelight.example.org/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roster", "assessment", "progression", "intervention", "reporting", "dashboard"})
    void a_service_is_scaled_by_the_groups_and_topics_that_it_reads(String service) {
        assertThat(chartStreams(service)).isEqualTo(serviceStreams(service));
    }

    private static Map<String, Set<String>> chartStreams(String service) {
        Map<String, Set<String>> streams = new TreeMap<>();
        for (JsonNode stream : Charts.read(Charts.ROOT.resolve("helm/district/values.yaml"))
                .path(service)
                .path("streams"))
            for (JsonNode topic : stream.path("topics"))
                streams.computeIfAbsent(stream.path("group").asText(), ignored -> new TreeSet<>())
                        .add(topic.asText());
        return streams;
    }

    private static Map<String, Set<String>> serviceStreams(String service) {
        StandardEnvironment environment = environment(service, Map.of());
        String functions = environment.getProperty("spring.cloud.function.definition", "");
        Map<String, Set<String>> streams = new TreeMap<>();
        for (String function : functions.split(";")) {
            if (function.isBlank()) continue;
            String binding = "spring.cloud.stream.bindings." + function + "-in-0.";
            String group = environment.getProperty(
                    binding + "group", environment.getRequiredProperty("spring.cloud.stream.default.group"));
            streams.computeIfAbsent(group, ignored -> new TreeSet<>())
                    .addAll(Arrays.asList(environment
                            .getRequiredProperty(binding + "destination")
                            .split(",")));
        }
        return streams;
    }
}
