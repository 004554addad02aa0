package io.pacelight.reporting;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.pacelight.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.pacelight.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ReportingHouseRulesTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
