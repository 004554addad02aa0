package io.pacelight.roster.domain.people;

import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.oneroster.Row;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns checked rows of a OneRoster package into facts. */
public final class RowFacts {
    private static final List<String> MARKS = List.of(
            "americanIndianOrAlaskaNative",
            "asian",
            "blackOrAfricanAmerican",
            "nativeHawaiianOrOtherPacificIslander",
            "white",
            "demographicRaceTwoOrMoreRaces",
            "hispanicOrLatinoEthnicity");

    private RowFacts() {}

    public static UserFact user(Row row) {
        return new UserFact(
                row.get("enabledUser").equals("true"),
                row.orNull("username"),
                row.get("givenName"),
                row.get("familyName"),
                row.orNull("middleName"),
                row.orNull("preferredGivenName"),
                row.orNull("preferredFamilyName"),
                row.orNull("identifier"),
                row.orNull("email"),
                row.orNull("phone") == null ? row.orNull("sms") : row.orNull("phone"),
                row.orNull("primaryOrgSourcedId"),
                row.list("grades"));
    }

    public static RoleFact role(Row row) {
        return new RoleFact(
                row.get("role"),
                row.get("orgSourcedId"),
                row.get("roleType").equals("primary"),
                date(row, "beginDate"),
                date(row, "endDate"));
    }

    public static DemographicsFact demographics(Row row) {
        Set<String> marks = new HashSet<>();
        MARKS.stream().filter(mark -> row.get(mark).equals("true")).forEach(marks::add);
        return new DemographicsFact(date(row, "birthDate"), row.orNull("sex"), marks);
    }

    /** @param place where the class is, or null when only the row can tell */
    public static EnrolmentFact enrolment(Row row, @Nullable ClassPlace place) {
        return new EnrolmentFact(
                row.get("classSourcedId"),
                place == null ? "" : place.course(),
                place == null ? row.get("schoolSourcedId") : place.school(),
                row.get("role"),
                row.get("primary").equals("true"),
                date(row, "beginDate"),
                date(row, "endDate"));
    }

    public static ClassFact schoolClass(Row row) {
        return new ClassFact(
                row.get("title"),
                row.get("courseSourcedId"),
                row.get("schoolSourcedId"),
                row.list("termSourcedIds"),
                row.list("periods"),
                row.orNull("location"),
                row.orNull("classCode"),
                row.get("classType"),
                row.list("grades"),
                row.list("subjects"));
    }

    private static @Nullable LocalDate date(Row row, String column) {
        return Cells.date(row.get(column)).orElse(null);
    }
}
