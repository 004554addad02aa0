package io.pacelight.assessment.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Tags;
import io.pacelight.assessment.adapter.in.stream.BookCurriculum;
import io.pacelight.assessment.adapter.in.stream.RosterRoute;
import io.pacelight.assessment.adapter.in.text.AttemptFiles;
import io.pacelight.assessment.adapter.in.web.BatchWorker;
import io.pacelight.assessment.adapter.out.mongo.AttemptCodec;
import io.pacelight.assessment.adapter.out.mongo.MongoBatches;
import io.pacelight.assessment.adapter.out.mongo.MongoLedger;
import io.pacelight.assessment.adapter.out.mongo.MongoStudents;
import io.pacelight.assessment.adapter.out.mongo.StudentCodec;
import io.pacelight.assessment.application.AttemptCommand;
import io.pacelight.assessment.application.AttemptMachine;
import io.pacelight.assessment.application.Batches;
import io.pacelight.assessment.application.KnownStudent;
import io.pacelight.assessment.application.RecordAttempts;
import io.pacelight.assessment.application.RunBatch;
import io.pacelight.assessment.application.StudentMachine;
import io.pacelight.assessment.application.Students;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.kit.config.KitProperties;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.observe.KitMeter;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.observe.StoreGauge;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.FoldingHandler;
import io.pacelight.kit.stream.ReadBarrier;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the parts of assessment are put together. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {
    @Bean
    CanonicalProjection projection() {
        return AssessmentProjection.CANONICAL;
    }

    /** How long a request waits for the roster that was there when it came. */
    private static final Duration ROSTER_PATIENCE = Duration.ofSeconds(20);

    @Bean
    MongoStateStore<RecordedAttempt> attemptStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "attempts", new AttemptCodec());
    }

    @Bean
    MongoStateStore<KnownStudent> studentStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "students", new StudentCodec());
    }

    @Bean
    StateFolder<RecordedAttempt, AttemptCommand> attemptFolder(
            KitProperties kit, MongoStateStore<RecordedAttempt> store, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), store, new AttemptMachine(), publisher);
    }

    @Bean
    StateFolder<KnownStudent, StudentMachine.Fact> studentFolder(
            KitProperties kit, MongoStateStore<KnownStudent> store, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), store, new StudentMachine(), publisher);
    }

    @Bean
    EventStream roster(EventStreams streams, StateFolder<KnownStudent, StudentMachine.Fact> folder, KitMeters meters) {
        return streams.open("roster", new FoldingHandler<>(new RosterRoute(), folder, folded -> {}, meters));
    }

    @Bean
    Students students(
            MongoStateStore<KnownStudent> store,
            ReadBarrier barrier,
            EventStreams streams,
            @Value("${spring.cloud.stream.default.group}") String group) {
        return new MongoStudents(store, () -> barrier.await(group, streams.topics("roster"), ROSTER_PATIENCE));
    }

    @Bean
    MongoLedger ledger(MongoStateStore<RecordedAttempt> store) {
        return new MongoLedger(store);
    }

    @Bean
    StoreGauge ledgerRecorded(MongoLedger ledger) {
        return new StoreGauge(KitMeter.LEDGER, null, Tags.of("stage", "recorded"), ledger::recorded);
    }

    @Bean
    StoreGauge ledgerVoided(MongoLedger ledger) {
        return new StoreGauge(KitMeter.LEDGER, null, Tags.of("stage", "voided"), ledger::voided);
    }

    @Bean
    Batches batches(MongoDatabase database) {
        return new MongoBatches(database);
    }

    @Bean
    RecordAttempts recordAttempts(
            Students students,
            ReferenceBook book,
            ReadBarrier barrier,
            StateFolder<RecordedAttempt, AttemptCommand> folder) {
        return new RecordAttempts(students, new BookCurriculum(book, barrier), folder);
    }

    @Bean
    BatchWorker batchWorker(Batches batches, RecordAttempts recordAttempts) {
        return new BatchWorker(new RunBatch(batches, new AttemptFiles(), recordAttempts, Instant::now));
    }
}
