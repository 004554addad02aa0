package io.pacelight.roster.domain.oneroster;

import java.time.LocalDate;
import java.util.Optional;

/** What a row must agree with beyond its own cells: its other date, its class, its user's roles. */
final class CrossChecks {
    private final Table table;
    private final PackageIndex index;
    private final RowReport report;

    CrossChecks(Table table, PackageIndex index, RowReport report) {
        this.table = table;
        this.index = index;
        this.report = report;
    }

    void check(Row row) {
        order(row, table == Table.ACADEMIC_SESSIONS ? "startDate" : "beginDate");
        byTable(row);
    }

    private void order(Row row, String beginColumn) {
        Optional<LocalDate> begin = Cells.date(row.get(beginColumn));
        Optional<LocalDate> end = Cells.date(row.get("endDate"));
        if (begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get())) {
            report.error(
                    row,
                    "endDate",
                    "end-before-begin",
                    "endDate %s is before %s %s.".formatted(end.get(), beginColumn, begin.get()));
        }
    }

    private void byTable(Row row) {
        switch (table) {
            case CLASSES -> {
                String type = index.orgType(row.get("schoolSourcedId"));
                if (!type.isEmpty() && !type.equals("school")) {
                    report.warning(
                            row,
                            "schoolSourcedId",
                            "not-a-school",
                            "schoolSourcedId '%s' is a %s, not a school."
                                    .formatted(Cells.shown(row.get("schoolSourcedId")), Cells.shown(type)));
                }
            }
            case ENROLLMENTS -> {
                String school = index.schoolOf(row.get("classSourcedId"));
                if (!school.isEmpty() && !school.equals(row.get("schoolSourcedId"))) {
                    report.warning(
                            row,
                            "schoolSourcedId",
                            "school-differs",
                            "schoolSourcedId '%s' is not the school of the class, '%s'; the class's school holds."
                                    .formatted(Cells.shown(row.get("schoolSourcedId")), Cells.shown(school)));
                }
                String user = row.get("userSourcedId");
                if (row.get("role").equals("student")
                        && index.knowsAllRoles()
                        && index.holds(Table.USERS, user)
                        && !index.isStudent(user)) {
                    report.warning(
                            row,
                            "userSourcedId",
                            "not-a-student",
                            "user '%s' is enrolled as a student but has no student role; taken as a student."
                                    .formatted(Cells.shown(user)));
                }
            }
            case USERS -> {
                int first = index.rowOfUsername(row.get("username"));
                if (first != 0 && first < row.number()) {
                    report.warning(
                            row,
                            "username",
                            "duplicate-username",
                            "username '%s' is that of data row %d too; who signs in with it can be either."
                                    .formatted(Cells.shown(row.get("username")), first));
                }
                String user = row.get("sourcedId");
                if (index.knowsAllRoles() && !user.isEmpty() && !index.hasRole(user)) {
                    report.warning(
                            row,
                            "sourcedId",
                            "no-role",
                            "user '%s' has no row in roles.csv, so may see nothing.".formatted(Cells.shown(user)));
                }
            }
            case ORGS, ACADEMIC_SESSIONS, COURSES, ROLES, DEMOGRAPHICS -> {
                // nothing beyond their columns
            }
        }
    }
}
