package io.pacelight.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** What the operator sets in the environment, in Kafka's own words. */
class ConnectionsTest {
    private static Map<String, String> settings(Map<String, Object> variables) {
        return KafkaSecurity.settings(told(variables).kafka());
    }

    private static KitProperties told(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        try {
            for (PropertySource<?> kit : new YamlPropertySourceLoader().load("kit", new ClassPathResource("kit.yml")))
                environment.getPropertySources().addLast(kit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bind("pacelight", KitProperties.class).get();
    }

    /** With more, a leader that is only just coming up may refuse the first and take the second. */
    @Test
    void events_are_sent_by_one_request_at_a_time() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of(KafkaSettings.BROKERS, "kafka:9092")));
        assertThat(KafkaSettings.producer(environment, told(Map.of())))
                .containsEntry("max.in.flight.requests.per.connection", 1)
                .containsEntry("enable.idempotence", true);
    }

    @Test
    void brokers_alone_are_spoken_to_in_the_clear() {
        assertThat(settings(Map.of("PACELIGHT_KAFKA", "kafka:9092")))
                .containsExactly(entry("security.protocol", "PLAINTEXT"));
    }

    @Test
    void a_user_over_tls_logs_in_by_scram() {
        assertThat(settings(Map.of(
                        "PACELIGHT_KAFKA", "kafka:9093",
                        "PACELIGHT_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "PACELIGHT_KAFKA_SASL_USERNAME", "roster",
                        "PACELIGHT_KAFKA_SASL_PASSWORD", "s3cret",
                        "PACELIGHT_KAFKA_TLS_CERTIFICATES", "/etc/pacelight/kafka/ca.crt")))
                .containsOnly(
                        entry("security.protocol", "SASL_SSL"),
                        entry("sasl.mechanism", "SCRAM-SHA-512"),
                        entry(
                                "sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"roster\" password=\"s3cret\";"),
                        entry("ssl.truststore.type", "PEM"),
                        entry("ssl.truststore.location", "/etc/pacelight/kafka/ca.crt"));
    }

    @Test
    void a_password_may_hold_quotes_and_backslashes() {
        assertThat(settings(Map.of(
                        "PACELIGHT_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "PACELIGHT_KAFKA_SASL_MECHANISM", "SCRAM-SHA-256",
                        "PACELIGHT_KAFKA_SASL_USERNAME", "roster",
                        "PACELIGHT_KAFKA_SASL_PASSWORD", "a\"b\\c")))
                .containsEntry("sasl.mechanism", "SCRAM-SHA-256")
                .hasEntrySatisfying("sasl.jaas.config", jaas -> assertThat(jaas).endsWith("password=\"a\\\"b\\\\c\";"));
    }

    @Test
    void any_other_setting_of_kafka_is_passed_on() {
        assertThat(settings(Map.of("PACELIGHT_KAFKA_SETTINGS_SSL_KEYSTORE_LOCATION", "/etc/pacelight/key.pem")))
                .containsEntry("ssl.keystore.location", "/etc/pacelight/key.pem");
    }

    @Test
    void a_login_without_a_password_is_refused() {
        assertThatThrownBy(() -> settings(Map.of(
                        "PACELIGHT_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "PACELIGHT_KAFKA_SASL_USERNAME", "roster",
                        "PACELIGHT_KAFKA_SASL_PASSWORD", "")))
                .hasMessageContaining("set pacelight.kafka.sasl.username and pacelight.kafka.sasl.password");
    }

    @Test
    void a_user_that_would_be_left_unused_is_refused() {
        assertThatThrownBy(() -> settings(Map.of("PACELIGHT_KAFKA_SASL_USERNAME", "roster")))
                .hasMessageContaining("pacelight.kafka.security.protocol is PLAINTEXT");
    }

    @Test
    void certificates_that_would_be_left_unused_are_refused() {
        assertThatThrownBy(() -> settings(Map.of("PACELIGHT_KAFKA_TLS_CERTIFICATES", "/etc/pacelight/kafka/ca.crt")))
                .hasMessageContaining("which is not encrypted");
    }

    @Test
    void a_mechanism_that_sends_the_password_is_refused() {
        assertThatThrownBy(() -> settings(Map.of(
                        "PACELIGHT_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "PACELIGHT_KAFKA_SASL_MECHANISM", "PLAIN",
                        "PACELIGHT_KAFKA_SASL_USERNAME", "roster",
                        "PACELIGHT_KAFKA_SASL_PASSWORD", "s3cret")))
                .hasMessage("pacelight.kafka.sasl.mechanism is SCRAM-SHA-512 or SCRAM-SHA-256, not PLAIN");
    }

    @Test
    void the_store_has_its_user_beside_its_address() {
        KitProperties.Mongo mongo = told(Map.of(
                        "PACELIGHT_MONGO", "mongodb://a,b,c/?replicaSet=rs0&tls=true",
                        "PACELIGHT_MONGO_USERNAME", "roster",
                        "PACELIGHT_MONGO_PASSWORD", "s3cret",
                        "PACELIGHT_MONGO_TLS_CERTIFICATES", "/etc/pacelight/mongo/ca.crt"))
                .mongo();

        assertThat(mongo)
                .isEqualTo(new KitProperties.Mongo(
                        "roster", "s3cret", "admin", new KitProperties.Tls(Path.of("/etc/pacelight/mongo/ca.crt"))));
    }

    @Test
    void a_store_s_user_without_a_password_is_refused() {
        assertThatThrownBy(() -> told(Map.of("PACELIGHT_MONGO_USERNAME", "roster")))
                .hasRootCauseMessage("pacelight.mongo.username and pacelight.mongo.password: give both or neither");
    }

    @Test
    void a_password_is_in_no_text() {
        KitProperties.Kafka kafka =
                new KitProperties.Kafka(null, new KitProperties.Sasl(null, "roster", "s3cret"), null, null);
        KitProperties.Mongo mongo = new KitProperties.Mongo("roster", "s3cret", null, null);

        assertThat(kafka + " " + mongo).doesNotContain("s3cret");
    }
}
