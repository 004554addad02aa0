package io.pacelight.bench.lane;

import io.pacelight.kit.stream.Positions;
import io.pacelight.kit.stream.ReadBarrier;
import io.pacelight.kit.time.SchoolClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One service as it is, in a Spring context of its own on a lane's ground, with one binding that can be held back. */
final class Service implements AutoCloseable {
    private static final long PATIENCE_NANOS = 1_200_000_000_000L;
    private static final String UNREACHED_ISSUER = "http://127.0.0.1:9";

    private final ConfigurableApplicationContext context;
    private final String binding;

    private Service(ConfigurableApplicationContext context, String binding) {
        this.context = context;
        this.binding = binding;
    }

    /**
     * @param binding name of the function that takes what is keyed by a student
     * @param beans registered before the context starts
     */
    static Service start(
            Class<?> application, String name, String binding, Ground ground, Instant now, Map<String, Object> beans) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.SERVLET);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            if (context instanceof GenericApplicationContext registry)
                registry.registerBean("benchClock", SchoolClock.class, () -> () -> now);
            beans.forEach(context.getBeanFactory()::registerSingleton);
        });
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.config.name=" + name);
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--spring.mongodb.uri=" + ground.store().connectionString() + "/" + name);
        arguments.add(
                "--spring.cloud.stream.kafka.binder.brokers=" + ground.broker().bootstrapServers());
        arguments.add("--spring.kafka.bootstrap-servers=" + ground.broker().bootstrapServers());
        arguments.add("--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + UNREACHED_ISSUER);
        arguments.add("--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + UNREACHED_ISSUER + "/jwks");
        arguments.add("--pacelight.intervention.digest.enabled=false");
        return new Service(spring.run(arguments.toArray(String[]::new)), binding);
    }

    /** Stops reading; what is produced from now on waits. */
    void hold() {
        change(BindingsLifecycleController.State.STOPPED);
        await(() -> positions().owned(binding).isEmpty());
    }

    /** Reads on; returns when the partitions are its own again. */
    void release() {
        change(BindingsLifecycleController.State.STARTED);
        await(() -> !positions().owned(binding).isEmpty());
    }

    /** Returns when everything that stands on the binding's topics has been handled, its own output included. */
    void awaitHandled(List<String> topics) {
        ReadBarrier barrier = context.getBean(ReadBarrier.class);
        await(() -> {
            Map<TopicPartition, Long> handled = positions().owned(binding);
            return !handled.isEmpty()
                    && barrier.ends(topics).entrySet().stream()
                            .allMatch(end -> handled.getOrDefault(end.getKey(), 0L) >= end.getValue());
        });
    }

    private void change(BindingsLifecycleController.State state) {
        context.getBean(BindingsLifecycleController.class).changeState(binding + "-in-0", state);
    }

    private Positions positions() {
        return context.getBean(Positions.class);
    }

    private static void await(BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) throw new IllegalStateException("the service does not come to an end");
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
