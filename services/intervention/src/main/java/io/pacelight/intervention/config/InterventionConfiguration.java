package io.pacelight.intervention.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pacelight.events.ConferenceTaskOpened;
import io.pacelight.events.Envelope;
import io.pacelight.events.Topics;
import io.pacelight.intervention.adapter.in.stream.StudentFacts;
import io.pacelight.intervention.adapter.in.web.ConferenceController;
import io.pacelight.intervention.adapter.out.mail.SmtpMailer;
import io.pacelight.intervention.adapter.out.mongo.MongoConferenceTraces;
import io.pacelight.intervention.adapter.out.mongo.MongoSendLedger;
import io.pacelight.intervention.adapter.out.mongo.MongoWatches;
import io.pacelight.intervention.adapter.out.mongo.WatchCodec;
import io.pacelight.intervention.adapter.out.reference.ReferenceClasses;
import io.pacelight.intervention.adapter.out.stream.KafkaBacklog;
import io.pacelight.intervention.application.ClassBooks;
import io.pacelight.intervention.application.ClassConferences;
import io.pacelight.intervention.application.ConferenceTraces;
import io.pacelight.intervention.application.DailyDigest;
import io.pacelight.intervention.application.Striker;
import io.pacelight.intervention.application.Told;
import io.pacelight.intervention.application.WatchMachine;
import io.pacelight.intervention.application.Watches;
import io.pacelight.intervention.application.WhenReferenceMovedThenCheckClocks;
import io.pacelight.intervention.domain.StallRule;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.kit.config.KitProperties;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.observe.StoreGauge;
import io.pacelight.kit.observe.Traces;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.rebuild.Rebuild;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.Settling;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.Folded;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.FoldingHandler;
import io.pacelight.kit.stream.Positions;
import io.pacelight.kit.stream.ReadBarrier;
import io.pacelight.kit.stream.Received;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.time.SchoolSpeed;
import io.pacelight.kit.time.Turns;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Puts the parts of intervention together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InterventionProperties.class)
public class InterventionConfiguration {
    private static final String STUDENT = "student";

    @Bean
    CanonicalProjection projection() {
        return InterventionProjection.CANONICAL;
    }

    @Bean
    MongoStateStore<StudentWatch> watchStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "watches", new WatchCodec());
    }

    @Bean
    Watches watches(MongoStateStore<StudentWatch> store) {
        return new MongoWatches(store);
    }

    @Bean
    ClassBooks classBooks(ReferenceBook book, InterventionProperties properties) {
        InterventionProperties.Stall stall = properties.stall();
        return new ReferenceClasses(
                book,
                new StallRule(stall.classTime(), stall.meetings(), stall.schoolDays()),
                properties.minutesWithoutBells());
    }

    @Bean
    WatchMachine watchMachine(ClassBooks books) {
        return new WatchMachine(books);
    }

    @Bean
    StateFolder<StudentWatch, Told> watchFolder(
            KitProperties kit, MongoStateStore<StudentWatch> store, WatchMachine machine, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), store, machine, publisher);
    }

    @Bean
    ConferenceTraces conferenceTraces(MongoDatabase database) {
        return new MongoConferenceTraces(database);
    }

    @Bean
    EventStream student(
            EventStreams streams,
            StateFolder<StudentWatch, Told> folder,
            ReferenceBook book,
            Rebuild rebuild,
            ConferenceTraces conferenceTraces,
            KitMeters meters) {
        Predicate<Received.Place> remembers = place -> rebuild.remembers(STUDENT, place.partition());
        return streams.open(
                STUDENT,
                new StudentFacts(
                        remembers,
                        book::awaitRead,
                        new FoldingHandler<>(
                                received -> StudentFacts.route(received, remembers.test(received.place())),
                                folder,
                                folded -> conferenceTraces.keep(followed(folded)),
                                meters)));
    }

    /** Trace contexts of the conferences that a fold has called. */
    private static Map<String, String> followed(Folded<StudentWatch> folded) {
        Map<String, String> followed = new HashMap<>();
        for (StateDocument<StudentWatch> document : folded.touched())
            for (Envelope<?> event : document.pending()) {
                String context = event.traceparent();
                if (context != null && event.data() instanceof ConferenceTaskOpened opened)
                    followed.put(opened.task().task(), context);
            }
        return followed;
    }

    @Bean
    EventStream reference(
            EventStreams streams,
            KitProperties kit,
            ReferenceBook book,
            Watches watches,
            Rebuild rebuild,
            EventPublisher publisher,
            InterventionProperties properties) {
        WhenReferenceMovedThenCheckClocks check = new WhenReferenceMovedThenCheckClocks(
                kit.source(), book, Settling.of(properties.settling()), watches, publisher);
        return streams.open("reference", facts -> {
            // after a rebuild all clocks are looked at, so what stood there before needs no inputs of its own
            check.take(facts.stream()
                    .filter(fact -> !rebuild.stoodBefore(fact.place()))
                    .toList());
            return Map.of();
        });
    }

    @Bean
    Striker striker(
            Admin admin,
            ReadBarrier barrier,
            ReferenceBook book,
            Positions positions,
            EventStreams streams,
            Watches watches,
            StateFolder<StudentWatch, Told> folder,
            SchoolClock clock,
            ConferenceTraces conferenceTraces,
            Traces traces,
            MeterRegistry registry) {
        Failures failures = new Failures(InterventionMeter.CLOCKS_FAILED, registry);
        return new Striker(
                new KafkaBacklog(admin, positions, STUDENT, streams.topics(STUDENT), () -> awaitLatest(barrier, book)),
                watches,
                folder,
                rejected -> failures.tell(
                        rejected.stream().map(Folded.Rejected::reason).toList()),
                new TaskDelay(clock, new SchoolSpeed(clock.now(), System::nanoTime), Clock.systemUTC(), registry),
                strike -> () -> traces.root("clocks strike", () -> {
                    Folded<StudentWatch> folded = strike.get();
                    conferenceTraces.keep(followed(folded));
                    return folded;
                }));
    }

    private static void awaitLatest(ReadBarrier barrier, ReferenceBook book) {
        barrier.ends(List.of(Topics.REFERENCE, Topics.CURRICULUM)).forEach((partition, end) -> {
            if (end > 0) book.awaitRead(new Received.Place(partition.topic(), partition.partition(), end - 1));
        });
    }

    @Bean
    StoreGauge clocksOverdue(Watches watches, SchoolClock clock) {
        SchoolSpeed speed = new SchoolSpeed(clock.now(), System::nanoTime);
        return new StoreGauge(InterventionMeter.CLOCKS_OVERDUE, null, Tags.empty(), () -> {
            Instant now = now(clock);
            return watches.countDue(now.minusMillis((long) (60_000 * speed.at(now))));
        });
    }

    @Bean
    Turns strikes(
            Striker striker,
            SchoolClock clock,
            Rebuild rebuild,
            InterventionProperties properties,
            MeterRegistry registry) {
        Counter looked = InterventionMeter.CLOCKS.counter(registry);
        return new Turns("clocks").every(properties.turn(), () -> {
            if (!rebuild.underway()) looked.increment(striker.turn(now(clock)));
        });
    }

    @Bean
    @ConditionalOnProperty(value = "pacelight.intervention.digest.enabled", matchIfMissing = true)
    Turns digests(
            ReferenceBook book,
            ClassBooks books,
            Watches watches,
            MongoDatabase database,
            JavaMailSender sender,
            SchoolClock clock,
            Rebuild rebuild,
            InterventionProperties properties,
            ConferenceTraces conferenceTraces,
            Traces traces,
            MeterRegistry registry) {
        InterventionProperties.Digest settings = properties.digest();
        DailyDigest digest = new DailyDigest(
                book,
                books,
                watches,
                new MongoSendLedger(database),
                rebuild::over,
                new SmtpMailer(sender, settings.from()),
                settings.at(),
                settings.link(),
                new Failures(InterventionMeter.MAILS_FAILED, registry)::tell,
                (conferences, mail) -> traces.linked("digest mail", conferenceTraces.of(conferences), mail));
        Counter sent = InterventionMeter.MAILS.counter(registry);
        return new Turns("digests").every(properties.turn(), () -> {
            if (!rebuild.underway()) sent.increment(digest.turn(now(clock)));
        });
    }

    @Bean
    ClassConferences classConferences(Watches watches, ClassBooks books) {
        return new ClassConferences(watches, books);
    }

    @Bean
    ConferenceController conferenceController(
            ClassConferences conferences,
            Watches watches,
            WatchMachine machine,
            StateFolder<StudentWatch, Told> folder,
            ReferenceBook book,
            Viewers viewers,
            AuditTrail audit,
            SchoolClock clock) {
        return new ConferenceController(conferences, watches, machine, folder, book, viewers, audit, () -> now(clock));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Pacelight intervention")
                        .version("v1")
                        .description("Who needs three minutes of a teacher in the next meeting, and why now."));
    }

    /** Stored instants are milliseconds, so what is decided on must be, too. */
    private static Instant now(SchoolClock clock) {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
