package io.pacelight.roster;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.pacelight.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.pacelight.roster", importOptions = ImportOption.DoNotIncludeTests.class)
class RosterHouseRulesTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
