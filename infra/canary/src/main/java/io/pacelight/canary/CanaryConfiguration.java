package io.pacelight.canary;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One canary for each shadow district. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("pacelight.canary.enabled")
public class CanaryConfiguration {
    @Bean
    Flight flight(CanaryProperties properties, MeterRegistry registry) {
        Map<String, CanaryProperties.Client> districts = properties.districts();
        if (districts == null || districts.isEmpty())
            throw new IllegalStateException(
                    "Set pacelight.canary.districts.ID.client-id and .client-secret for at least one shadow district.");
        Flight flight = new Flight(properties.every());
        districts.forEach((district, client) -> flight.add(Canary.at(
                properties.address(),
                district,
                new ClientTokens(properties.issuer(), client),
                properties.patience(),
                registry)));
        return flight;
    }
}
