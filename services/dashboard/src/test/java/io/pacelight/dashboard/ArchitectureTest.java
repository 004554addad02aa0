package io.pacelight.dashboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.pacelight.dashboard", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domain_knows_java_alone = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.pacelight.dashboard.domain..");

    @ArchTest
    static final ArchRule application_knows_domain_alone = classes()
            .that()
            .resideInAPackage("..application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.pacelight.dashboard.domain..",
                    "io.pacelight.dashboard.application..");

    @ArchTest
    static final ArchRule pages_do_not_know_how_services_are_reached = noClasses()
            .that()
            .resideInAPackage("..adapter.in..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..adapter.out..");

    @ArchTest
    static final ArchRule wiring_is_known_to_nobody = noClasses()
            .that()
            .resideOutsideOfPackages("..config..", "io.pacelight.dashboard")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.pacelight.dashboard.config..");

    @ArchTest
    static final ArchRule no_store_and_no_broker = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "org.apache.kafka..", "org.springframework.kafka..");
}
