package io.pacelight.kit.testing;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * The arrows between the rooms of a service. A service's own test is annotated with {@code @AnalyzeClasses} for its
 * package and holds {@code @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class)}.
 */
public final class HouseRules {
    private HouseRules() {}

    @ArchTest
    public static final ArchRule domain_knows_only_java_and_jspecify = classes()
            .that()
            .resideInAPackage("io.pacelight.*.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.pacelight.*.domain..", "java..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule domain_has_no_clock_and_no_chance = noClasses()
            .that()
            .resideInAPackage("io.pacelight.*.domain..")
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time..")))
                    .and(target(name("now")))
                    .or(target(owner(type(System.class))).and(target(nameMatching("currentTimeMillis|nanoTime")))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(
                    Clock.class,
                    UUID.class,
                    Random.class,
                    RandomGenerator.class,
                    SecureRandom.class,
                    ThreadLocalRandom.class)
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule application_knows_no_technology = noClasses()
            .that()
            .resideInAPackage("io.pacelight.*.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "com.mongodb..",
                    "org.bson..",
                    "jakarta..",
                    "tools.jackson..")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule inner_rooms_do_not_reach_out = noClasses()
            .that()
            .resideInAnyPackage("io.pacelight.*.domain..", "io.pacelight.*.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.pacelight.*.adapter..", "io.pacelight.*.config..")
            .allowEmptyShould(true);
}
