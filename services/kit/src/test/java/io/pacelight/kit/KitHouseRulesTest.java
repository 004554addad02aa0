package io.pacelight.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.pacelight.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitHouseRulesTest {
    @ArchTest
    static final ArchRule the_core_of_exactly_once_knows_no_framework = noClasses()
            .that()
            .resideInAPackage("io.pacelight.kit.state..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..");
}
