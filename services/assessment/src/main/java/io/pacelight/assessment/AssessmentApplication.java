package io.pacelight.assessment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Takes attempts in. */
@SpringBootApplication
public class AssessmentApplication {
    public static void main(String[] args) {
        System.setProperty("spring.config.name", "assessment");
        SpringApplication.run(AssessmentApplication.class, args);
    }
}
