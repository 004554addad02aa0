package io.pacelight.dashboard.adapter.in.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for a {@link Visit}. */
@Configuration(proxyBeanMethods = false)
class PagesWebConfig implements WebMvcConfigurer {

    private final VisitResolver visits;

    PagesWebConfig(VisitResolver visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
    }
}
