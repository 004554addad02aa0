package io.pacelight.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** How a broker that is alone in the world is configured: no replicas, nothing to wait for, quick to come back. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final int LARGEST_MESSAGE = 4 * 1024 * 1024;

    private BrokerSettings() {}

    static Properties of(Path logDir, int port, int advertisedPort, int controllerPort) {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE_ID));
        p.setProperty("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        p.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        p.setProperty("log.dirs", logDir.toString());

        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
        p.setProperty("replica.fetch.max.bytes", Integer.toString(LARGEST_MESSAGE));
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("transaction.state.log.num.partitions", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");

        // After a kill the controller still believes in the dead session and the old leadership; both must lapse soon;
        // but not so soon that a machine busy with something else for a second loses its only broker.
        p.setProperty("broker.session.timeout.ms", "6000");
        p.setProperty("broker.heartbeat.interval.ms", "1000");
        p.setProperty("controller.quorum.election.timeout.ms", "300");
        p.setProperty("controller.quorum.fetch.timeout.ms", "400");
        p.setProperty("controller.quorum.election.backoff.max.ms", "200");
        p.setProperty("controlled.shutdown.enable", "false");

        // One small machine: few threads, and segments allocated as they fill.
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "3");
        p.setProperty("num.recovery.threads.per.data.dir", "2");
        p.setProperty("background.threads", "2");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        p.setProperty("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        p.setProperty("log.preallocate", "false");
        return p;
    }
}
