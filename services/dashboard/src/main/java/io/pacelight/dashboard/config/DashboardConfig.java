package io.pacelight.dashboard.config;

import io.pacelight.dashboard.adapter.in.relay.ServiceAddresses;
import io.pacelight.dashboard.adapter.out.http.HttpAttempts;
import io.pacelight.dashboard.adapter.out.http.HttpConferences;
import io.pacelight.dashboard.adapter.out.http.HttpJudgements;
import io.pacelight.dashboard.adapter.out.http.HttpReporting;
import io.pacelight.dashboard.adapter.out.http.Wire;
import io.pacelight.dashboard.application.Attempts;
import io.pacelight.dashboard.application.Conferences;
import io.pacelight.dashboard.application.Judgements;
import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.application.RecordForClass;
import io.pacelight.dashboard.application.Reporting;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ports, each at its service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DashboardProperties.class)
class DashboardConfig {

    /** HTTP/1.1 only: an upgrade header on a streamed body confuses more proxies than HTTP/2 helps here. */
    @Bean(destroyMethod = "shutdownNow")
    HttpClient serviceHttp() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean(destroyMethod = "close")
    ExecutorService pageQuestions() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    ServiceAddresses serviceAddresses(DashboardProperties properties) {
        return new ServiceAddresses(Stream.of("roster", "assessment", "progression", "intervention", "reporting")
                .collect(Collectors.toMap(name -> name, properties::service)));
    }

    @Bean
    Reporting reporting(DashboardProperties properties, HttpClient http) {
        return new HttpReporting(properties.service("reporting"), http, Wire.mapper());
    }

    @Bean
    Conferences conferences(DashboardProperties properties, HttpClient http) {
        return new HttpConferences(properties.service("intervention"), http, Wire.mapper());
    }

    @Bean
    Judgements judgements(DashboardProperties properties, HttpClient http) {
        return new HttpJudgements(properties.service("progression"), http, Wire.mapper());
    }

    @Bean
    Attempts attempts(DashboardProperties properties, HttpClient http) {
        return new HttpAttempts(properties.service("assessment"), http, Wire.mapper());
    }

    @Bean
    RecordForClass recordForClass(Attempts attempts, ExecutorService pageQuestions) {
        return new RecordForClass(attempts, pageQuestions);
    }

    @Bean
    ReadPages readPages(
            Reporting reporting, Conferences conferences, Judgements judgements, ExecutorService pageQuestions) {
        return new ReadPages(reporting, conferences, judgements, pageQuestions);
    }
}
