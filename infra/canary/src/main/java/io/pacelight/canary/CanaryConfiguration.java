package io.pacelight.canary;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One canary for each shadow district. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("pacelight.canary.enabled")
public class CanaryConfiguration {
    @Bean
    Flight flight(CanaryProperties properties, MeterRegistry registry) {
        List<CanaryProperties.District> districts = properties.districts();
        if (districts.isEmpty() || !districts.stream().allMatch(CanaryProperties.District::complete))
            throw new IllegalStateException(
                    "Set id, client-id and client-secret of each shadow district, beginning with pacelight.canary.districts[0].id.");
        Flight flight = new Flight(properties.every());
        for (CanaryProperties.District district : districts)
            flight.add(Canary.at(
                    properties.address(),
                    district.id(),
                    new ClientTokens(properties.issuer(), properties.tokenEndpoint(), district),
                    properties.patience(),
                    registry));
        return flight;
    }
}
