package io.pacelight.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import io.pacelight.embedded.TestPlatform;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.embedded.store.OrderedBackend;
import io.pacelight.events.Topics;
import io.pacelight.kit.app.SampleAttempt;
import io.pacelight.kit.app.TallyApplication;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.reference.ReferenceTail;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.stream.ReadBarrier;
import io.pacelight.kit.stream.TopicPlan;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.kit.testing.TestTokens;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker and a store that ask for TLS and, the broker, for a login: every client of a service gets in. */
class SecuredClientsIT {
    @TempDir
    Path directory;

    @Test
    void every_kafka_client_of_a_service_logs_in_over_tls() throws Exception {
        TestCertificate certificate = TestCertificate.make(directory);
        try (SecuredBroker broker = SecuredBroker.start(directory.resolve("log"), certificate)) {
            broker.create(topics(), admin(broker, certificate, SecuredBroker.PASSWORD));

            try (ConfigurableApplicationContext service = start(broker, certificate)) {
                // the reference tail: a service starts only when it has read its topics to their ends
                assertThat(service.getBean(ReferenceTail.class).isRunning()).isTrue();
                // the producer, and the binder's consumer
                service.getBean(EventPublisher.class).publish(List.of(SampleAttempt.of("d1", "stu_1", "a1")));
                MongoStateStore<?> tallies = service.getBean(MongoStateStore.class);
                Eventually.holds(
                        () -> assertThat(tallies.load(List.of("d1|stu_1")).get("d1|stu_1"))
                                .isNotNull());
                // the admin
                assertThat(service.getBean(ReadBarrier.class)
                                .ends(List.of(Topics.ATTEMPTS))
                                .values())
                        .contains(1L);
            }
        }
    }

    @Test
    void a_wrong_password_is_kept_out() throws Exception {
        TestCertificate certificate = TestCertificate.make(directory);
        try (SecuredBroker broker = SecuredBroker.start(directory.resolve("log"), certificate);
                Admin admin = Admin.create(admin(broker, certificate, "guessed"))) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void the_store_is_reached_over_tls_with_the_given_authority() throws Exception {
        TestCertificate certificate = TestCertificate.make(directory);
        OrderedBackend backend = OrderedBackend.open(null);
        backend.version(ServerVersion.MONGO_5_0);
        MongoServer server = new MongoServer(backend);
        server.enableSsl(certificate.key(), null, certificate.certificate());
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(
                        new ServerAddress("127.0.0.1", server.getLocalAddress().getPort()))));

        MongoSecurity.apply(
                new KitProperties.Mongo(null, null, null, new KitProperties.Tls(certificate.pem())), settings);

        try (MongoClient client = MongoClients.create(settings.build())) {
            Document answer = client.getDatabase("roster").runCommand(new Document("ping", 1));
            assertThat(answer.get("ok", Number.class).intValue()).isEqualTo(1);
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void the_store_gets_user_and_password_by_scram_of_the_given_database() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder();

        MongoSecurity.apply(new KitProperties.Mongo("roster", "s3cret", null, null), settings);

        var credential = settings.build().getCredential();
        assertThat(credential.getUserName()).isEqualTo("roster");
        assertThat(credential.getPassword()).isEqualTo("s3cret".toCharArray());
        assertThat(credential.getSource()).isEqualTo("admin");
        assertThat(credential.getMechanism()).isNull();
    }

    private static ConfigurableApplicationContext start(SecuredBroker broker, TestCertificate certificate) {
        Map<String, String> told = new HashMap<>(TestPlatform.properties());
        told.put("spring.config.name", "tally");
        told.put("pacelight.database", "secured");
        told.put("spring.cloud.stream.kafka.binder.brokers", broker.address());
        told.put("pacelight.kafka.security.protocol", "SASL_SSL");
        told.put("pacelight.kafka.sasl.username", SecuredBroker.USERNAME);
        told.put("pacelight.kafka.sasl.password", SecuredBroker.PASSWORD);
        told.put("pacelight.kafka.tls.certificates", certificate.pem().toString());
        String[] arguments = told.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(TallyApplication.class, TestTokens.class).run(arguments);
    }

    private static Map<String, Object> admin(SecuredBroker broker, TestCertificate certificate, String password) {
        Map<String, Object> settings = new HashMap<>(KafkaSecurity.settings(new KitProperties.Kafka(
                new KitProperties.Security(SecurityProtocol.SASL_SSL),
                new KitProperties.Sasl(null, SecuredBroker.USERNAME, password),
                new KitProperties.Tls(certificate.pem()),
                null)));
        settings.put("bootstrap.servers", broker.address());
        return settings;
    }

    private static List<TopicSpec> topics() {
        return TopicPlan.load().stream()
                .map(plan -> new TopicSpec(plan.name(), plan.partitions(), plan.configs()))
                .toList();
    }
}
