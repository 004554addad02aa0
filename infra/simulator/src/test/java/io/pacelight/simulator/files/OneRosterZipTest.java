package io.pacelight.simulator.files;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pacelight.simulator.District;
import io.pacelight.simulator.Written;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OneRosterZipTest {
    private static final Map<String, List<NamedCsvRecord>> FILES = new HashMap<>();

    @BeforeAll
    static void write() throws IOException {
        for (var entry :
                Written.by(District.of(2026, 1_000)::writeOneRoster).entries().entrySet()) {
            FILES.put(entry.getKey().replace(".csv", ""), entry.getValue().records());
        }
    }

    @Test
    void manifest_declares_just_the_files_that_are_there() {
        assertThat(rows("manifest").stream()
                        .filter(row -> row.getField("value").equals("bulk"))
                        .map(row -> row.getField("propertyName").replace("file.", "")))
                .containsExactlyInAnyOrder(
                        "academicSessions",
                        "classes",
                        "courses",
                        "demographics",
                        "enrollments",
                        "orgs",
                        "roles",
                        "users");
        assertThat(rows("manifest").get(1).getField("value")).isEqualTo("1.2");
    }

    @Test
    void identifiers_and_user_names_are_unique() {
        FILES.forEach((name, rows) -> {
            if (!name.equals("manifest")) {
                assertThat(column(name, "sourcedId")).as(name).doesNotHaveDuplicates();
            }
        });
        assertThat(column("users", "username")).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9.]+"));
    }

    @Test
    void every_reference_leads_somewhere() {
        refers("academicSessions", "parentSourcedId", "academicSessions");
        refers("orgs", "parentSourcedId", "orgs");
        refers("courses", "orgSourcedId", "orgs");
        refers("courses", "schoolYearSourcedId", "academicSessions");
        refers("classes", "courseSourcedId", "courses");
        refers("classes", "schoolSourcedId", "orgs");
        refers("classes", "termSourcedIds", "academicSessions");
        refers("users", "agentSourcedIds", "users");
        refers("users", "primaryOrgSourcedId", "orgs");
        refers("roles", "userSourcedId", "users");
        refers("roles", "orgSourcedId", "orgs");
        refers("enrollments", "classSourcedId", "classes");
        refers("enrollments", "schoolSourcedId", "orgs");
        refers("enrollments", "userSourcedId", "users");
        refers("demographics", "sourcedId", "users");
    }

    @Test
    void everybody_has_a_role_and_every_student_two_classes() {
        assertThat(Set.copyOf(column("roles", "userSourcedId"))).isEqualTo(Set.copyOf(column("users", "sourcedId")));
        Map<String, Long> roles = count("roles", "role");
        assertThat(roles)
                .containsEntry("student", 1_000L)
                .containsEntry("principal", 8L)
                .containsEntry("counselor", 8L)
                .containsEntry("districtAdministrator", 1L);
        assertThat(roles.get("parent")).isBetween(1_500L, 1_700L);
        assertThat(roles.get("teacher")).isBetween(30L, 45L);
        assertThat(rows("enrollments").stream()
                        .filter(row -> row.getField("role").equals("student"))
                        .count())
                .isEqualTo(2_000);
    }

    @Test
    void every_class_has_one_primary_teacher() {
        Set<String> classes = rows("enrollments").stream()
                .filter(row -> row.getField("primary").equals("true"))
                .map(row -> row.getField("classSourcedId"))
                .collect(toSet());
        assertThat(classes).isEqualTo(Set.copyOf(column("classes", "sourcedId")));
        assertThat(rows("enrollments").stream()
                        .filter(row -> row.getField("primary").equals("true"))
                        .count())
                .isEqualTo(classes.size());
    }

    @Test
    void names_keep_their_accents() {
        assertThat(column("users", "familyName")).contains("Muñoz", "Castañeda", "Okafor", "Nguyen");
    }

    private static void refers(String file, String column, String to) {
        Set<String> known = Set.copyOf(column(to, "sourcedId"));
        for (String value : column(file, column)) {
            if (value.isEmpty()) continue;
            for (String id : value.split(",", -1))
                assertThat(known).as(file + "." + column).contains(id);
        }
    }

    private static Map<String, Long> count(String file, String column) {
        Map<String, Long> counts = new HashMap<>();
        column(file, column).forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static List<String> column(String file, String column) {
        return rows(file).stream().map(row -> row.getField(column)).toList();
    }

    private static List<NamedCsvRecord> rows(String file) {
        return FILES.getOrDefault(file, List.of());
    }
}
