package io.pacelight.canary;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The canary as a process. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CanaryApplication {
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    static SpringApplication application() {
        SpringApplication canary = new SpringApplication(CanaryApplication.class);
        canary.setDefaultProperties(Map.of("spring.config.name", "canary"));
        return canary;
    }
}
