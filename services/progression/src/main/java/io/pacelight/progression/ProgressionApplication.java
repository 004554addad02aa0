package io.pacelight.progression;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the progression service; its settings are in {@code progression.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
public class ProgressionApplication {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ProgressionApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "progression"));
        application.run(arguments);
    }
}
