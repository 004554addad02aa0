package io.pacelight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pacelight.testing.RealInput;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Packages with one defect each are refused whole, in words that name the place. */
class OneRosterExamplesIT {
    @TestFactory
    Stream<DynamicTest> each_package_is_answered_as_a_good_importer_would() {
        return RealRows.of("oneroster-examples/expected.csv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> check(row)));
    }

    private static void check(NamedCsvRecord row) {
        String file = row.getField("file");
        District district = new District("examples-" + file.replace(".zip", ""));
        JsonNode job = district.importPackage(file, RealInput.bytes("oneroster-examples/" + file), false);
        boolean valid = row.getField("valid").equals("yes");
        assertThat(job.get("state").asString()).as("%s", job).isEqualTo(valid ? "DONE" : "REFUSED");
        if (valid) {
            assertThat(job.get("errors").asInt()).isZero();
            return;
        }
        String problems = job.get("problems").toString();
        for (String word : Words.ofPlace(row.getField("mustSay")))
            assertThat(problems).contains(word);
        for (JsonNode counted : job.get("files"))
            assertThat(counted.get("created").asInt())
                    .as("nothing of a refused file is applied")
                    .isZero();
    }

    @Test
    void the_valid_baseline_has_the_counts_that_are_in_it() {
        District district = new District("examples-baseline");
        JsonNode job = district.importPackage(
                "valid-baseline-crlf.zip", RealInput.bytes("oneroster-examples/valid-baseline-crlf.zip"), false);
        assertThat(Words.rowsByFile(job))
                .containsEntry("orgs.csv", 3)
                .containsEntry("academicSessions.csv", 3)
                .containsEntry("courses.csv", 2)
                .containsEntry("classes.csv", 2)
                .containsEntry("users.csv", 6)
                .containsEntry("roles.csv", 6)
                .containsEntry("enrollments.csv", 7)
                .containsEntry("demographics.csv", 3);
    }
}
