package io.pacelight.reporting.config;

import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.time.Turns;
import io.pacelight.reporting.adapter.in.web.FamilyScopes;
import io.pacelight.reporting.adapter.out.mongo.MongoFreshness;
import io.pacelight.reporting.application.Evidences;
import io.pacelight.reporting.application.Freshness;
import io.pacelight.reporting.application.People;
import io.pacelight.reporting.application.Quarantined;
import io.pacelight.reporting.application.ReadClass;
import io.pacelight.reporting.application.ReadMe;
import io.pacelight.reporting.application.ReadStudent;
import io.pacelight.reporting.application.ReadTotals;
import io.pacelight.reporting.application.RefreshRollUps;
import io.pacelight.reporting.application.RollUps;
import io.pacelight.reporting.application.Roster;
import io.pacelight.reporting.application.Students;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases behind the API, and what runs by itself. */
@Configuration(proxyBeanMethods = false)
public class ReadingConfig {
    @Bean
    Roster roster(ReferenceBook book) {
        return new Roster(book);
    }

    @Bean
    FamilyScopes familyScopes(People people, Students students) {
        return new FamilyScopes(people, students);
    }

    @Bean
    ReadMe readMe(Roster roster, People people, RollUps rollUps, SchoolClock clock) {
        return new ReadMe(roster, people, rollUps, clock);
    }

    @Bean
    ReadClass readClass(Roster roster, Students students, People people, AuditTrail audit, SchoolClock clock) {
        return new ReadClass(roster, students, people, audit, clock);
    }

    @Bean
    ReadStudent readStudent(
            Roster roster, Students students, Evidences evidences, People people, AuditTrail audit, SchoolClock clock) {
        return new ReadStudent(roster, students, evidences, people, audit, clock);
    }

    @Bean
    ReadTotals readTotals(
            Roster roster, RollUps rollUps, Freshness freshness, Quarantined quarantined, SchoolClock clock) {
        return new ReadTotals(roster, rollUps, freshness, quarantined, clock);
    }

    @Bean
    RefreshRollUps refreshRollUps(Students students, RollUps rollUps, Roster roster, SchoolClock clock) {
        return new RefreshRollUps(students, rollUps, roster, clock);
    }

    @Bean
    Turns housekeeping(RefreshRollUps rollUps, MongoFreshness freshness) {
        return new Turns("housekeeping")
                .every(Duration.ofSeconds(5), rollUps::refreshDay)
                .every(Duration.ofSeconds(3), freshness::flush);
    }
}
