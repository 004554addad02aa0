package io.pacelight.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The whole shadow district: a school, and a student for each day of a year, so that nobody's evidence grows without end.
 * They are in no class, so no clock runs and no conference is ever called for them.
 */
final class ShadowRoster {
    static final String COMPETENCY = "CANARY.1";
    static final byte[] COMPETENCIES = ("code,name\n" + COMPETENCY + ",Synthetic\n").getBytes(StandardCharsets.UTF_8);

    private static final int DAYS = 366;
    private static final List<String> ABSENT = List.of(
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
            "resources",
            "resultLearningObjectiveIds",
            "resultScoreScales",
            "results",
            "scoreScales",
            "userProfiles",
            "userResources");

    private ShadowRoster() {}

    /** The SIS id of the student of a day. */
    static String studentOf(LocalDate day) {
        return student(day.getDayOfYear());
    }

    private static String student(int day) {
        return "canary-%03d".formatted(day);
    }

    /** A OneRoster 1.2 bulk package; importing it again changes nothing. */
    static byte[] oneRoster() {
        StringBuilder manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        for (String table : ABSENT) manifest.append("file.").append(table).append(",absent\n");
        for (String table : List.of("orgs", "users", "roles"))
            manifest.append("file.").append(table).append(",bulk\n");
        StringBuilder users = new StringBuilder(
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                        + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
                        + "preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n");
        StringBuilder roles = new StringBuilder(
                "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
                        + "userProfileSourcedId\n");
        for (int day = 1; day <= DAYS; day++) {
            users.append("%1$s,,,true,%1$s,,Canary,Synthetic,,%1$s,,,,,,,,,,,canary-school,\n".formatted(student(day)));
            roles.append("%1$s,,,%1$s,primary,student,,,canary-school,\n".formatted(student(day)));
        }
        return zip(
                List.of("manifest.csv", "orgs.csv", "users.csv", "roles.csv"),
                List.of(manifest.toString(), """
                        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                        canary-district,,,Canary (synthetic),district,canary,
                        canary-school,,,Canary (synthetic),school,canary,canary-district
                        """, users.toString(), roles.toString()));
    }

    private static byte[] zip(List<String> names, List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(names.get(i)));
                zip.write(texts.get(i).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
