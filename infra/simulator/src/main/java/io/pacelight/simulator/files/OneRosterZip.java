package io.pacelight.simulator.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.random.Draw;
import io.pacelight.simulator.random.Topic;
import io.pacelight.simulator.school.Layout;
import io.pacelight.simulator.school.School;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Staff;
import io.pacelight.simulator.school.Student;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The district as a OneRoster 1.2 CSV bulk package; people are made while they are written, so its size costs no memory. */
public final class OneRosterZip {
    private static final LocalDate ENTRY_DATE = LocalDate.of(2026, 8, 1);
    private static final List<String> FILES = List.of(
            "academicSessions",
            "categories",
            "classResources",
            "classes",
            "courseResources",
            "courses",
            "demographics",
            "enrollments",
            "lineItemLearningObjectiveIds",
            "lineItemScoreScales",
            "lineItems",
            "orgs",
            "resources",
            "resultLearningObjectiveIds",
            "resultScoreScales",
            "results",
            "roles",
            "scoreScales",
            "userProfiles",
            "userResources",
            "users");
    private static final List<String> PRESENT =
            List.of("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users");

    private final Layout district;
    private final String year = Integer.toString(SchoolYear.LAST_DAY.getYear());

    public OneRosterZip(Layout district) {
        this.district = district;
    }

    /** Writes the package; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        entry(zip, "manifest", "propertyName,value", this::manifest);
        entry(
                zip,
                "academicSessions",
                "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
                this::sessions);
        entry(zip, "orgs", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", this::orgs);
        entry(
                zip,
                "courses",
                "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
                this::courses);
        entry(
                zip,
                "classes",
                "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
                this::classes);
        entry(
                zip,
                "users",
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns",
                this::users);
        entry(
                zip,
                "roles",
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
                this::roles);
        entry(
                zip,
                "enrollments",
                "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
                this::enrollments);
        entry(
                zip,
                "demographics",
                "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus",
                this::demographics);
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, String header, Consumer<CsvWriter> rows)
            throws IOException {
        ZipEntry entry = new ZipEntry(name + ".csv");
        entry.setTimeLocal(ENTRY_DATE.atStartOfDay());
        zip.putNextEntry(entry);
        try (CsvWriter csv = Csv.to(zip, header)) {
            rows.accept(csv);
        }
        zip.closeEntry();
    }

    private void manifest(CsvWriter csv) {
        csv.writeRecord("manifest.version", "1.0");
        csv.writeRecord("oneroster.version", "1.2");
        for (String file : FILES) csv.writeRecord("file." + file, PRESENT.contains(file) ? "bulk" : "absent");
        csv.writeRecord("source.systemName", "Pacelight simulator");
        csv.writeRecord("source.systemCode", "SIM-" + district.seed() + "-" + district.students());
    }

    private void sessions(CsvWriter csv) {
        for (SchoolYear.Session session : SchoolYear.sessions()) {
            csv.writeRecord(
                    session.id(),
                    "",
                    "",
                    session.title(),
                    session.type(),
                    session.first().toString(),
                    session.last().toString(),
                    session.parent(),
                    year);
        }
    }

    private void orgs(CsvWriter csv) {
        csv.writeRecord(Layout.DISTRICT_ID, "", "", Layout.DISTRICT_NAME, "district", "CR", "");
        for (School school : district.schools()) {
            String identifier = school.id().substring(Layout.DISTRICT_ID.length() + 1);
            csv.writeRecord(school.id(), "", "", school.name(), "school", identifier, Layout.DISTRICT_ID);
        }
    }

    private void courses(CsvWriter csv) {
        for (Course course : district.map().courses()) {
            csv.writeRecord(
                    course.id(),
                    "",
                    "",
                    SchoolYear.YEAR.id(),
                    course.title(),
                    course.code(),
                    grade(course.grade()),
                    Layout.DISTRICT_ID,
                    course.subject().title(),
                    "");
        }
    }

    private void classes(CsvWriter csv) {
        for (Section section : district.sections()) {
            csv.writeRecord(
                    section.id(),
                    "",
                    "",
                    section.title(),
                    grade(section.course().grade()),
                    section.course().id(),
                    section.id().substring("CLS-".length()),
                    "scheduled",
                    section.room(),
                    section.school().id(),
                    SchoolYear.FALL.id() + "," + SchoolYear.SPRING.id(),
                    section.course().subject().title(),
                    "",
                    "0" + section.period());
        }
    }

    private void users(CsvWriter csv) {
        for (Staff person : district.staff()) {
            user(
                    csv,
                    person.id(),
                    person.username(),
                    person.given(),
                    person.family(),
                    person.email(),
                    "",
                    "",
                    person.org());
        }
        eachStudent((student, school) -> {
            String guardians =
                    student.guardians().stream().map(Student.Guardian::id).collect(Collectors.joining(","));
            user(
                    csv,
                    student.id(),
                    student.username(),
                    student.given(),
                    student.family(),
                    "",
                    guardians,
                    grade(student.grade()),
                    school.id());
            for (Student.Guardian guardian : student.guardians()) {
                user(
                        csv,
                        guardian.id(),
                        guardian.username(),
                        guardian.given(),
                        guardian.family(),
                        guardian.email(),
                        student.id(),
                        "",
                        school.id());
            }
        });
    }

    private static void user(
            CsvWriter csv,
            String id,
            String username,
            String given,
            String family,
            String email,
            String agents,
            String grades,
            String org) {
        String identifier = id.substring(id.indexOf('-') + 1);
        csv.writeRecord(
                id,
                "",
                "",
                "true",
                username,
                "",
                given,
                family,
                "",
                identifier,
                email,
                "",
                "",
                agents,
                grades,
                "",
                "",
                "",
                "",
                "",
                org,
                "");
    }

    private void roles(CsvWriter csv) {
        for (Staff person : district.staff()) role(csv, person.id(), person.role(), person.org());
        eachStudent((student, school) -> {
            role(csv, student.id(), "student", school.id());
            for (Student.Guardian guardian : student.guardians()) role(csv, guardian.id(), "parent", school.id());
        });
    }

    private static void role(CsvWriter csv, String user, String role, String org) {
        csv.writeRecord("R-" + user, "", "", user, "primary", role, "", "", org, "");
    }

    private void enrollments(CsvWriter csv) {
        for (Section section : district.sections()) {
            enrollment(csv, section, section.teacher(), "teacher", true);
            String coTeacher = section.coTeacher();
            if (coTeacher != null) enrollment(csv, section, coTeacher, "teacher", false);
            for (int i = 0; i < section.size(); i++) {
                enrollment(csv, section, Student.id(section.firstStudent() + i), "student", false);
            }
        }
    }

    private static void enrollment(CsvWriter csv, Section section, String user, String role, boolean primary) {
        csv.writeRecord(
                "E-" + section.id().substring("CLS-".length()) + "-" + user,
                "",
                "",
                section.id(),
                section.school().id(),
                user,
                role,
                Boolean.toString(primary),
                SchoolYear.FIRST_DAY.toString(),
                SchoolYear.LAST_DAY.toString());
    }

    private void demographics(CsvWriter csv) {
        eachStudent((student, school) -> {
            Draw draw = Draw.about(Topic.DEMOGRAPHICS, district.seed(), student.number());
            boolean hispanic = draw.chance(0.26);
            boolean white = draw.chance(0.58);
            boolean black = draw.chance(0.18);
            boolean asian = draw.chance(0.1);
            boolean firstNations = draw.chance(0.03);
            boolean islander = draw.chance(0.01);
            int races =
                    (white ? 1 : 0) + (black ? 1 : 0) + (asian ? 1 : 0) + (firstNations ? 1 : 0) + (islander ? 1 : 0);
            csv.writeRecord(
                    student.id(),
                    "",
                    "",
                    student.born().toString(),
                    student.sex(),
                    flag(firstNations),
                    flag(asian),
                    flag(black),
                    flag(islander),
                    flag(white),
                    flag(races > 1),
                    flag(hispanic),
                    "US",
                    "",
                    "",
                    "");
        });
    }

    private static String flag(boolean value) {
        return Boolean.toString(value);
    }

    private static String grade(int grade) {
        return "0" + grade;
    }

    private void eachStudent(BiConsumer<Student, School> visit) {
        for (School school : district.schools()) {
            for (int i = 0; i < school.students(); i++) {
                visit.accept(district.student(school.firstStudent() + i), school);
            }
        }
    }
}
