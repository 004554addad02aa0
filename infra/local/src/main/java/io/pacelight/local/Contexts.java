package io.pacelight.local;

import io.pacelight.kit.time.SchoolClock;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Spring contexts side by side in one process: own configuration, own port, one school clock. */
final class Contexts {
    private Contexts() {}

    /** Starts the application with properties that win over its configuration file. */
    static ConfigurableApplicationContext start(
            Class<?> application, String configName, SchoolClock clock, Map<String, String> properties) {
        return start(application, configName, properties, SchoolClock.class, clock);
    }

    /** The same with one bean handed in from outside. */
    static <T> ConfigurableApplicationContext start(
            Class<?> application, String configName, Map<String, String> properties, Class<T> type, T bean) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.SERVLET);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            if (context instanceof GenericApplicationContext registry) {
                registry.registerBean("local" + type.getSimpleName(), type, () -> bean);
            }
        });
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return spring.run(with("--spring.config.name=" + configName, arguments));
    }

    static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(Objects.requireNonNull(
                context.getEnvironment().getProperty("local.server.port"), "the context serves no port"));
    }

    private static String[] with(String first, String[] others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
