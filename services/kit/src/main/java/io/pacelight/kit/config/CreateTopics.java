package io.pacelight.kit.config;

import io.pacelight.kit.stream.TopicPlan;
import io.pacelight.kit.stream.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Brings a cluster's topics in line with the plan, once, with the same settings that services read; so no service needs
 * an administrator's rights. Ends with status 1 where the cluster cannot be brought in line.
 */
public final class CreateTopics {
    private CreateTopics() {}

    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.config.name=kit", "pacelight.service=topics")
                        .run(arguments);
                Admin admin = admin(context.getEnvironment())) {
            Topics.apply(admin, TopicPlan.load()).forEach(System.out::println);
        } catch (IllegalStateException e) {
            System.err.println("topics: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Admin admin(Environment environment) {
        KitProperties properties = Binder.get(environment).bindOrCreate("pacelight", KitProperties.class);
        return Admin.create(KafkaSettings.admin(environment, properties));
    }

    /** A context with nothing in it but its environment. */
    static final class Nothing {}
}
