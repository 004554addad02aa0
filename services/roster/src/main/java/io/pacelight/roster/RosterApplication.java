package io.pacelight.roster;

import io.pacelight.roster.config.RosterConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The roster service: people, classes, calendars and what there is to learn. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RosterConfiguration.class)
public class RosterApplication {
    public static void main(String[] args) {
        new SpringApplicationBuilder(RosterApplication.class)
                .properties("spring.config.name=roster")
                .run(args);
    }
}
