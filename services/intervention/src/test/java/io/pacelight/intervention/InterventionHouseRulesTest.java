package io.pacelight.intervention;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.pacelight.kit.testing.HouseRules;

@AnalyzeClasses(packages = "io.pacelight.intervention", importOptions = ImportOption.DoNotIncludeTests.class)
class InterventionHouseRulesTest extends HouseRules {}
