package io.pacelight.assessment;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.pacelight.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.pacelight.assessment", importOptions = ImportOption.DoNotIncludeTests.class)
class AssessmentHouseRulesTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
