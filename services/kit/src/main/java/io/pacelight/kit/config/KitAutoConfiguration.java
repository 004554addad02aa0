package io.pacelight.kit.config;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.pacelight.kit.mongo.MongoAuditTrail;
import io.pacelight.kit.mongo.MongoQuarantineShelf;
import io.pacelight.kit.observe.FollowLinks;
import io.pacelight.kit.observe.KitMeter;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.observe.StoreGauge;
import io.pacelight.kit.observe.StoreGauges;
import io.pacelight.kit.observe.StoreHealthIndicator;
import io.pacelight.kit.observe.StreamsHealthIndicator;
import io.pacelight.kit.observe.Traces;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.rebuild.Rebuild;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.ReferenceTail;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.KafkaEventPublisher;
import io.pacelight.kit.stream.LastWord;
import io.pacelight.kit.stream.Positions;
import io.pacelight.kit.stream.Quarantine;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.stream.ReadBarrier;
import io.pacelight.kit.stream.Sweeper;
import io.pacelight.kit.stream.TopicTails;
import io.pacelight.kit.time.FollowedClock;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.time.Turns;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What every service has: a store that loses nothing, a producer, its reference facts, its streams. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@ConditionalOnProperty("pacelight.service")
@EnableConfigurationProperties(KitProperties.class)
public class KitAutoConfiguration {
    private static final int STORE_PATIENCE_SECONDS = 30;

    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(5);

    /**
     * Last of all customizers, so that no connection string weakens it. A connection of which the other end is gone
     * without a word must fail some day; what it asked is then asked again, which changes nothing.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer strongSettings() {
        return settings -> settings.applyToSocketSettings(
                        sockets -> sockets.readTimeout(STORE_PATIENCE_SECONDS, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .retryWrites(false);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer storeCredentials(KitProperties properties) {
        return settings -> MongoSecurity.apply(properties.mongo(), settings);
    }

    @Bean
    MongoDatabase database(MongoClient client, KitProperties properties) {
        MongoDatabase database = client.getDatabase(properties.database());
        if (!database.getWriteConcern().equals(WriteConcern.MAJORITY.withJournal(true))
                || !database.getReadConcern().equals(ReadConcern.MAJORITY))
            throw new IllegalStateException(
                    "the store must write with w:majority, j:true and read at majority; it is set to "
                            + database.getWriteConcern() + " and " + database.getReadConcern());
        return database;
    }

    /** The machine's, unless a demo in containers has one place tell all services the time of its school days. */
    @Bean
    @ConditionalOnMissingBean
    SchoolClock schoolClock(KitProperties properties) {
        URI told = properties.clock();
        return told == null ? Instant::now : FollowedClock.at(told);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> eventProducer(Environment environment, KitProperties properties) {
        return new KafkaProducer<>(KafkaSettings.producer(environment, properties));
    }

    @Bean
    EventPublisher eventPublisher(Producer<byte[], byte[]> producer, Traces traces) {
        return new KafkaEventPublisher(producer, traces);
    }

    @Bean
    Traces traces(ObjectProvider<OpenTelemetry> telemetry) {
        return new Traces(telemetry.getIfAvailable(OpenTelemetry::noop));
    }

    /** Where nobody takes spans, nothing is followed: no span is recorded and no event carries a context. */
    @Bean
    @ConditionalOnMissingBean
    Sampler sampler(
            ObjectProvider<SpanExporter> exporters,
            @Value("${management.tracing.sampling.probability:0.1}") double probability) {
        if (exporters.stream().findAny().isEmpty()) return Sampler.alwaysOff();
        return new FollowLinks(Sampler.parentBased(Sampler.traceIdRatioBased(probability)));
    }

    @Bean
    KitMeters kitMeters(MeterRegistry registry) {
        return new KitMeters(registry);
    }

    @Bean
    StoreGauge quarantineWaiting(QuarantineShelf shelf) {
        return new StoreGauge(KitMeter.QUARANTINE_WAITING, null, Tags.empty(), shelf::countWaiting);
    }

    @Bean
    StoreGauge outboxAge(ObjectProvider<StateFolder<?, ?>> folders) {
        return new StoreGauge(
                KitMeter.OUTBOX_AGE,
                "seconds",
                Tags.empty(),
                () -> folders.orderedStream()
                        .flatMap(folder -> folder.oldestPending().stream())
                        .min(Comparator.naturalOrder())
                        .map(oldest -> Math.max(
                                0, Duration.between(oldest, Instant.now()).toMillis() / 1000.0))
                        .orElse(0.0));
    }

    @Bean
    StoreGauges storeGauges(ObjectProvider<StoreGauge> gauges, MeterRegistry registry, KitProperties properties) {
        return new StoreGauges(gauges.orderedStream().toList(), properties.measureEvery(), registry);
    }

    @Bean
    QuarantineShelf quarantineShelf(MongoDatabase database) {
        return new MongoQuarantineShelf(database);
    }

    @Bean
    Quarantine quarantine(
            KitProperties properties, QuarantineShelf shelf, Producer<byte[], byte[]> producer, KitMeters meters) {
        return new Quarantine(properties.service(), shelf, producer, meters);
    }

    @Bean(destroyMethod = "close")
    Admin admin(Environment environment, KitProperties properties) {
        return Admin.create(KafkaSettings.admin(environment, properties));
    }

    @Bean
    ReadBarrier readBarrier(Admin admin) {
        return new ReadBarrier(admin);
    }

    @Bean
    Positions positions() {
        return new Positions();
    }

    @Bean
    EventStreams eventStreams(
            Environment environment,
            Quarantine quarantine,
            QuarantineShelf shelf,
            Positions positions,
            KitMeters meters,
            Traces traces) {
        return new EventStreams(environment, quarantine, shelf, positions, meters, traces);
    }

    /** Of a service that tells on compacted topics: it names them as what this function reads. */
    @Bean
    @ConditionalOnProperty("spring.cloud.stream.bindings.lastWord-in-0.destination")
    EventStream lastWord(EventStreams streams, ObjectProvider<StateFolder<?, ?>> folders) {
        return streams.open("lastWord", new LastWord(folders.orderedStream().toList()));
    }

    @Bean
    TopicTails topicTails(Environment environment, KitProperties properties) {
        return new TopicTails(() -> new KafkaConsumer<byte[], byte[]>(KafkaSettings.tail(environment, properties)));
    }

    @Bean
    @ConditionalOnMissingBean(ReferenceBook.class)
    ReferenceTail referenceBook(TopicTails tails, KitProperties properties) {
        return new ReferenceTail(tails, properties.reference().topics(), properties.reference()::wants);
    }

    /** Notes for the last time when nothing is read or asked any more, so that a restart repeats nothing. */
    @Bean(destroyMethod = "note")
    Sweeper sweeper(ObjectProvider<StateFolder<?, ?>> folders) {
        return new Sweeper(folders.orderedStream().toList());
    }

    @Bean
    Turns sweeping(Sweeper sweeper) {
        return new Turns("sweeper")
                .every(Duration.ofSeconds(1), sweeper::note)
                .every(Duration.ofSeconds(10), sweeper::sweep);
    }

    @Bean
    Rebuild rebuild(
            MongoDatabase database,
            Environment environment,
            KitProperties properties,
            ObjectProvider<CanonicalProjection> projection,
            ObjectProvider<StateFolder<?, ?>> folders,
            ObjectProvider<Rebuild.Step> steps,
            Positions positions,
            SchoolClock clock) {
        return Rebuild.of(
                database,
                projection.getIfAvailable(),
                bindings(environment),
                properties.ownTopics(),
                KafkaSettings.admin(environment, properties),
                KafkaSettings.tail(environment, properties),
                () -> folders.orderedStream().toList(),
                () -> steps.orderedStream().toList(),
                positions,
                clock);
    }

    private static List<Rebuild.Binding> bindings(Environment environment) {
        List<Rebuild.Binding> bindings = new ArrayList<>();
        String functions = environment.getProperty("spring.cloud.function.definition", "");
        String shared = environment.getProperty("spring.cloud.stream.default.group", "");
        for (String function : functions.split(";", -1)) {
            String binding = "spring.cloud.stream.bindings." + function.trim() + "-in-0.";
            String topics = environment.getProperty(binding + "destination");
            if (topics != null)
                bindings.add(new Rebuild.Binding(
                        function.trim(),
                        Set.of(topics.split("\\s*,\\s*")),
                        environment.getProperty(binding + "group", shared)));
        }
        return bindings;
    }

    @Bean
    AuditTrail auditTrail(MongoDatabase database) {
        return new MongoAuditTrail(database);
    }

    @Bean
    StoreHealthIndicator storeHealthIndicator(MongoDatabase database) {
        return new StoreHealthIndicator(database);
    }

    @Bean
    StreamsHealthIndicator streamsHealthIndicator(
            EventStreams streams, Positions positions, BindingsLifecycleController bindings) {
        return new StreamsHealthIndicator(streams, positions, bindings);
    }

    /** What fails for reasons outside comes again for ever: the partitions pause, the consumer keeps polling. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver(
            @Value("${spring.lifecycle.timeout-per-shutdown-phase}") Duration phase) {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(5_000);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true); // by default it gives up on some exceptions, and commits
            container.setCommonErrorHandler(handler);
            // by default a consumer that is refused, say while a password is being changed, stops for good
            container.getContainerProperties().setAuthExceptionRetryInterval(AFTER_REFUSAL);
            // by default a poll has 10 s when a service stops; a long one lost its store in the middle
            container.getContainerProperties().setShutdownTimeout(phase.toMillis());
        };
    }
}
