package io.pacelight.kit.config;

import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.security.ScopeSource;
import io.pacelight.kit.security.StaffScopes;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.web.Problems;
import io.pacelight.kit.web.QuarantineController;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What every service answers over HTTP in the same way: tokens, scopes, problems, quarantine. */
@AutoConfiguration(
        after = KitAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnProperty("pacelight.service")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class KitWebAutoConfiguration {
    @Bean
    StaffScopes staffScopes(ReferenceBook book) {
        return new StaffScopes(book);
    }

    @Bean
    Viewers viewers(List<ScopeSource> sources, SchoolClock clock) {
        return new Viewers(sources, clock);
    }

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    QuarantineController quarantineController(QuarantineShelf shelf, Viewers viewers, EventStreams streams) {
        return new QuarantineController(shelf, viewers, streams);
    }

    /** No session, no cookie, so no cross-site request to fear: every call brings its token. */
    @Bean
    SecurityFilterChain tokensOnly(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/livez",
                                "/readyz",
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/api/*/v1/openapi.json",
                                "/error")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }
}
