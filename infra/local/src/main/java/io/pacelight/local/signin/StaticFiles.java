package io.pacelight.local.signin;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Style of the sign-in pages; the typeface is the dashboard's. */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl day = CacheControl.maxAge(Duration.ofDays(1));
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/signin/static/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/fonts/**")
                .addResourceLocations("classpath:/dashboard/static/fonts/")
                .setCacheControl(day);
    }
}
