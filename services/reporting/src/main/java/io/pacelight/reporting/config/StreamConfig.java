package io.pacelight.reporting.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.pacelight.kit.config.KitProperties;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.FoldingHandler;
import io.pacelight.kit.stream.TopicTails;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.adapter.in.stream.ChangeTail;
import io.pacelight.reporting.adapter.in.stream.Machines;
import io.pacelight.reporting.adapter.in.stream.PeopleBatch;
import io.pacelight.reporting.adapter.in.stream.Stopwatch;
import io.pacelight.reporting.adapter.in.stream.StudentBatch;
import io.pacelight.reporting.adapter.in.web.LiveFeed;
import io.pacelight.reporting.adapter.out.stream.KafkaChanges;
import io.pacelight.reporting.application.Changes;
import io.pacelight.reporting.application.Freshness;
import io.pacelight.reporting.application.Person;
import io.pacelight.reporting.application.RefreshRollUps;
import io.pacelight.reporting.application.Roster;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentFact;
import io.pacelight.reporting.domain.StudentState;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What comes in, and how it is folded. */
@Configuration(proxyBeanMethods = false)
public class StreamConfig {
    @Bean
    StateFolder<StudentState, List<StudentFact>> studentFolder(
            KitProperties kit, MongoStateStore<StudentState> studentStore, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), studentStore, Machines.STUDENTS, publisher);
    }

    @Bean
    StateFolder<EvidenceState, StudentFact> evidenceFolder(
            KitProperties kit, MongoStateStore<EvidenceState> evidenceStore, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), evidenceStore, Machines.EVIDENCE, publisher);
    }

    @Bean
    StateFolder<Person, Person> personFolder(
            KitProperties kit, MongoStateStore<Person> personStore, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), personStore, Machines.PEOPLE, publisher);
    }

    @Bean
    Changes changes(Producer<byte[], byte[]> eventProducer) {
        return new KafkaChanges(eventProducer);
    }

    @Bean
    Stopwatch stopwatch(Freshness freshness, SchoolClock clock, MeterRegistry registry) {
        return new Stopwatch(freshness, clock, System::nanoTime, registry);
    }

    @Bean
    EventStream facts(
            EventStreams streams,
            StateFolder<StudentState, List<StudentFact>> studentFolder,
            StateFolder<EvidenceState, StudentFact> evidenceFolder,
            RefreshRollUps rollUps,
            Roster roster,
            Changes changes,
            Stopwatch stopwatch,
            SchoolClock clock,
            KitMeters meters) {
        return streams.open(
                "facts",
                new StudentBatch(studentFolder, evidenceFolder, rollUps, roster, changes, stopwatch, clock, meters));
    }

    @Bean
    EventStream persons(EventStreams streams, StateFolder<Person, Person> personFolder, KitMeters meters) {
        return streams.open("persons", new FoldingHandler<>(PeopleBatch::route, personFolder, folded -> {}, meters));
    }

    @Bean
    LiveFeed liveFeed() {
        return new LiveFeed(Duration.ofSeconds(15));
    }

    @Bean
    ChangeTail changeTail(TopicTails tails, LiveFeed feed) {
        return new ChangeTail(tails, feed::tell);
    }
}
