package io.pacelight.intervention;

import io.pacelight.intervention.config.InterventionConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts intervention by itself. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(InterventionConfiguration.class)
public class InterventionApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "intervention");
        SpringApplication.run(InterventionApplication.class, args);
    }
}
