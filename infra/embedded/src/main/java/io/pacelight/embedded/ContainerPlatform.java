package io.pacelight.embedded;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** Broker and store in containers, for the tests of the {@code containers} profile; each ends with the JVM. */
final class ContainerPlatform {
    private static final String KAFKA = "apache/kafka";
    private static final String MONGO = "mongo";

    private ContainerPlatform() {}

    /** Starts a broker of the image that {@code pacelight.test.kafka.image} names; returns its address. */
    static String startBroker() {
        KafkaContainer broker = new KafkaContainer(image("pacelight.test.kafka.image", KAFKA + ":4.2.1", KAFKA))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(BrokerSettings.LARGEST_MESSAGE))
                .withEnv("KAFKA_REPLICA_FETCH_MAX_BYTES", Integer.toString(BrokerSettings.LARGEST_MESSAGE));
        start(broker);
        return broker.getBootstrapServers();
    }

    /** Starts a store of the image that {@code pacelight.test.mongo.image} names, a replica set of one; returns its address. */
    static String startStore() {
        MongoDBContainer store =
                new MongoDBContainer(image("pacelight.test.mongo.image", MONGO + ":8", MONGO)).withReplicaSet();
        start(store);
        return store.getConnectionString() + "/?directConnection=true";
    }

    private static DockerImageName image(String property, String usual, String kind) {
        String named = System.getProperty(property, "");
        return DockerImageName.parse(named.isEmpty() ? usual : named).asCompatibleSubstituteFor(kind);
    }

    private static void start(GenericContainer<?> container) {
        if (!DockerClientFactory.instance().isDockerAvailable())
            throw new IllegalStateException(
                    "The containers profile needs a Docker engine and finds none: start one (or set DOCKER_HOST), or leave out -Pcontainers.");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "test-container-stop"));
    }
}
