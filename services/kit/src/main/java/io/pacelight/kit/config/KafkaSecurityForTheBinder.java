package io.pacelight.kit.config;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the binder's clients (consumers, producers, admin, metrics, health) the same security as the kit's own. The
 * environment is the one place that all of them read; a setting of the binder's own that is given takes precedence.
 */
final class KafkaSecurityForTheBinder implements EnvironmentPostProcessor, Ordered {
    private static final String BINDER = "spring.cloud.stream.kafka.binder.configuration.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty("pacelight.service")) return;
        KitProperties.Kafka kafka = Binder.get(environment)
                .bind("pacelight.kafka", KitProperties.Kafka.class)
                .orElse(KitProperties.Kafka.PLAIN);
        Map<String, Object> settings = new LinkedHashMap<>();
        KafkaSecurity.settings(kafka).forEach((name, value) -> settings.put(BINDER + name, value));
        environment.getPropertySources().addLast(new MapPropertySource("pacelight Kafka security", settings));
    }

    /** After the configuration files. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
