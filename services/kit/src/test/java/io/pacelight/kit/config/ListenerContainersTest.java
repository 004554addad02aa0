package io.pacelight.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

class ListenerContainersTest {
    /** The store is closed once the container gives up waiting; offsets of a poll cut off there are not committed. */
    @Test
    void a_poll_under_way_has_the_whole_phase_when_the_service_stops() {
        KafkaMessageListenerContainer<byte[], byte[]> container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties("topic"));

        new KitAutoConfiguration().retryForEver(Duration.ofSeconds(20)).configure(container, "topic", "group");

        assertThat(container.getContainerProperties().getShutdownTimeout()).isEqualTo(20_000);
    }
}
