package io.pacelight.dashboard;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the pages; the configuration is dashboard.yml, so that several services can share a class path. */
@SpringBootApplication
public class DashboardApplication {

    public static void main(String[] args) {
        System.setProperty("spring.config.name", System.getProperty("spring.config.name", "dashboard"));
        SpringApplication.run(DashboardApplication.class, args);
    }
}
