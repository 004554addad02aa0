package io.pacelight.roster.adapter.in.zip;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.pacelight.roster.application.CheckPackage;
import io.pacelight.roster.application.CheckedPackage;
import io.pacelight.roster.application.StoredIds;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.report.Problem;
import io.pacelight.testing.RealInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OneRosterExamplesTest {

    @TestFactory
    Stream<DynamicTest> each_example_is_answered_as_expected() throws IOException {
        Path folder = RealInput.file("oneroster-examples");
        List<DynamicTest> tests = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve("expected.csv"))) {
            csv.forEach(expected -> tests.add(DynamicTest.dynamicTest(
                    expected.getField("file"),
                    () -> answeredAs(
                            folder.resolve(expected.getField("file")),
                            expected.getField("valid").equals("yes"),
                            expected.getField("mustSay")))));
        }
        assertThat(tests).hasSize(16);
        return tests.stream();
    }

    private static void answeredAs(Path zip, boolean valid, String mustSay) {
        CheckedPackage checked = check(zip);
        if (valid) {
            assertThat(checked.problems().kept()).isEmpty();
            assertThat(checked.isValid()).isTrue();
        } else {
            assertThat(checked.problems().errorCount()).isEqualTo(1);
            Problem problem = checked.problems().kept().getFirst();
            assertThat(problem.message()).startsWith(mustSay);
        }
    }

    @Test
    void grand_bend_is_valid_and_has_the_rows_its_readme_tells() {
        CheckedPackage checked = check(RealInput.file("grand-bend/oneroster.zip"));

        assertThat(checked.problems().kept()).isEmpty();
        assertThat(checked.rows())
                .containsEntry(Table.ORGS, 4)
                .containsEntry(Table.ACADEMIC_SESSIONS, 9)
                .containsEntry(Table.COURSES, 84)
                .containsEntry(Table.CLASSES, 532)
                .containsEntry(Table.USERS, 2_897)
                .containsEntry(Table.ROLES, 2_899)
                .containsEntry(Table.ENROLLMENTS, 12_870)
                .containsEntry(Table.DEMOGRAPHICS, 960);
    }

    private static CheckedPackage check(Path zip) {
        try (ZipPackage files = ZipPackage.open(zip, ZipLimits.DEFAULT)) {
            return new CheckPackage(StoredIds.NONE, 1_000).check(files);
        }
    }
}
