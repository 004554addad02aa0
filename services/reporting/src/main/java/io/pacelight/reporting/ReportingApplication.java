package io.pacelight.reporting;

import io.pacelight.reporting.adapter.in.web.ReportingController;
import io.pacelight.reporting.config.ReadingConfig;
import io.pacelight.reporting.config.StoreConfig;
import io.pacelight.reporting.config.StreamConfig;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The reporting service; its settings are in {@code reporting.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({StoreConfig.class, StreamConfig.class, ReadingConfig.class, ReportingController.class})
public class ReportingApplication {
    public static void main(String[] args) {
        new SpringApplicationBuilder(ReportingApplication.class)
                .properties("spring.config.name=reporting")
                .run(args);
    }
}
