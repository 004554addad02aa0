package io.pacelight.kit.testing;

import io.pacelight.embedded.TestPlatform;
import io.pacelight.embedded.TopicSpec;
import io.pacelight.kit.stream.TopicPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A service on the shared embedded broker and store, with a database of its own and test tokens; close it to stop. */
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts {@code application} with its own {@code name.yml}.
     *
     * @param database to keep apart, or share, between instances of one test
     * @param properties on top of everything
     * @param beans registered before the context starts, such as a school clock
     */
    public static RunningService start(
            Class<?> application,
            String name,
            String database,
            Map<String, String> properties,
            Map<String, Object> beans) {
        List<TopicSpec> topics = new ArrayList<>();
        for (TopicPlan plan : TopicPlan.load())
            topics.add(new TopicSpec(plan.name(), plan.partitions(), plan.configs()));
        Map<String, Object> all = new HashMap<>(TestPlatform.properties(topics));
        all.put("pacelight.database", database);
        all.put("spring.cloud.stream.default.group", database);
        all.putAll(properties);
        ApplicationContextInitializer<ConfigurableApplicationContext> first = context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
            beans.forEach(context.getBeanFactory()::registerSingleton);
        };
        SpringApplicationBuilder builder = new SpringApplicationBuilder(application, TestTokens.class)
                .properties("spring.config.name=" + name)
                .initializers(first);
        return new RunningService(builder.run());
    }

    public static RunningService start(Class<?> application, String name, String database) {
        return start(application, name, database, Map.of(), Map.of());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Where the service answers, such as {@code http://127.0.0.1:34567}. */
    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
