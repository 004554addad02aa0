package io.pacelight.reporting.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Tags;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.observe.KitMeter;
import io.pacelight.kit.observe.StoreGauge;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.reporting.adapter.in.stream.ReportingMeter;
import io.pacelight.reporting.adapter.out.mongo.EvidenceCodec;
import io.pacelight.reporting.adapter.out.mongo.MongoEvidences;
import io.pacelight.reporting.adapter.out.mongo.MongoFreshness;
import io.pacelight.reporting.adapter.out.mongo.MongoLedger;
import io.pacelight.reporting.adapter.out.mongo.MongoPeople;
import io.pacelight.reporting.adapter.out.mongo.MongoRollUps;
import io.pacelight.reporting.adapter.out.mongo.MongoStudents;
import io.pacelight.reporting.adapter.out.mongo.PersonCodec;
import io.pacelight.reporting.adapter.out.mongo.RollUpCodec;
import io.pacelight.reporting.adapter.out.mongo.StudentCodec;
import io.pacelight.reporting.application.Evidences;
import io.pacelight.reporting.application.People;
import io.pacelight.reporting.application.Person;
import io.pacelight.reporting.application.Quarantined;
import io.pacelight.reporting.application.RollUps;
import io.pacelight.reporting.application.Students;
import io.pacelight.reporting.domain.EvidenceState;
import io.pacelight.reporting.domain.StudentState;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reporting's collections. */
@Configuration(proxyBeanMethods = false)
public class StoreConfig {
    @Bean
    CanonicalProjection projection() {
        return ReportingProjection.CANONICAL;
    }

    @Bean
    MongoStateStore<StudentState> studentStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "students", new StudentCodec());
    }

    @Bean
    MongoStateStore<EvidenceState> evidenceStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "evidence", new EvidenceCodec());
    }

    @Bean
    MongoStateStore<Person> personStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "people", new PersonCodec());
    }

    @Bean
    Students students(MongoStateStore<StudentState> studentStore) {
        return new MongoStudents(studentStore);
    }

    @Bean
    Evidences evidences(MongoStateStore<EvidenceState> evidenceStore) {
        return new MongoEvidences(evidenceStore);
    }

    @Bean
    People people(MongoStateStore<Person> personStore) {
        return new MongoPeople(personStore);
    }

    @Bean
    RollUps rollUps(MongoDatabase database) {
        return new MongoRollUps(
                new MongoStateStore<>(database, "buckets", new RollUpCodec()),
                new MongoStateStore<>(database, "schools", new RollUpCodec()));
    }

    @Bean
    MongoFreshness freshness(MongoDatabase database) {
        return new MongoFreshness(database, Clock.systemUTC());
    }

    @Bean
    MongoLedger ledger(MongoDatabase database) {
        return new MongoLedger(database);
    }

    @Bean
    StoreGauge ledgerApplied(MongoLedger ledger) {
        return new StoreGauge(KitMeter.LEDGER, null, Tags.of("stage", "applied"), ledger::applied);
    }

    @Bean
    StoreGauge ledgerQuarantined(MongoLedger ledger) {
        return new StoreGauge(KitMeter.LEDGER, null, Tags.of("stage", "quarantined"), ledger::quarantined);
    }

    @Bean
    StoreGauge ledgerUnjudged(MongoLedger ledger) {
        return new StoreGauge(ReportingMeter.UNJUDGED, null, Tags.empty(), ledger::unjudged);
    }

    @Bean
    Quarantined quarantined(QuarantineShelf shelf) {
        return district -> Math.toIntExact(shelf.countWaiting(district));
    }
}
