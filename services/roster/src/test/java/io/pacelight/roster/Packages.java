package io.pacelight.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds OneRoster packages that are valid by default; a test names only what it is about. */
public final class Packages {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Packages() {}

    /** A small valid 1.2 package, all bulk: one school, two students, one teacher, one guardian, two classes. */
    public static Packages bulk() {
        return new Packages()
                .file("manifest.csv", manifest("1.2", "bulk", true))
                .file("orgs.csv", """
                        sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                        D1,,,Mesa Verde District,district,D1,
                        S1,,,Mesa Elementary,school,S1,D1
                        """)
                .file("academicSessions.csv", """
                        sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
                        Y22,,,2021-2022,schoolYear,2021-08-23,2022-05-27,,2022
                        F22,,,Fall,semester,2021-08-23,2021-12-17,Y22,2022
                        """)
                .file("courses.csv", """
                        sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
                        C1,,,Y22,"Mathematics, Grade 3",MATH-03,03,S1,Mathematics,
                        C2,,,Y22,Reading 3,READ-03,03,S1,English,
                        """)
                .file("classes.csv", """
                        sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
                        K1,,,Math 3,03,C1,M3-1,scheduled,101,S1,F22,Mathematics,,1
                        K2,,,Reading 3,03,C2,E3-2,scheduled,102,S1,F22,English,,"2,3"
                        """)
                .file("users.csv", """
                        sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
                        T1,,,true,t1,,Barry,Tanner,,T1,,,,,,,,,,,S1,
                        U1,,,true,u1,{SIS:1},Tyrone,Dyer,,U1,,,,G1,03,,,Ty,,,S1,
                        U2,,,true,u2,,Zoe,Nuñez,,U2,,,,,03,,,,,,S1,
                        G1,,,true,g1,,Carmen,Dyer,,G1,,,,,,,,,,,S1,
                        """)
                .file("roles.csv", """
                        sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
                        R1,,,T1,primary,teacher,,,S1,
                        R2,,,U1,primary,student,,,S1,
                        R3,,,U2,primary,student,,,S1,
                        R4,,,G1,primary,parent,,,S1,
                        """)
                .file("demographics.csv", """
                        sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus
                        U1,,,2013-11-13,male,,,,,true,,,,,,
                        """)
                .file("enrollments.csv", """
                        sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
                        E1,,,K1,S1,T1,teacher,true,2021-08-23,2021-12-17
                        E2,,,K1,S1,U1,student,false,2021-08-23,2021-12-17
                        E3,,,K1,S1,U2,student,false,2021-08-23,2021-12-17
                        E4,,,K2,S1,U1,student,false,2021-08-23,2021-12-17
                        """);
    }

    /** A 1.2 package of which only the named tables come, as a delta. */
    public static Packages delta(Map<String, String> tables) {
        Packages files = new Packages();
        StringBuilder manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        for (String table : tables()) {
            manifest.append("file.%s,%s\n".formatted(table, tables.containsKey(table) ? "delta" : "absent"));
        }
        files.file("manifest.csv", manifest.toString());
        tables.forEach((table, text) -> files.file(table + ".csv", text));
        return files;
    }

    public static List<String> tables() {
        return List.of(
                "orgs", "academicSessions", "courses", "classes", "users", "roles", "demographics", "enrollments");
    }

    public static String manifest(String version, String mode, boolean roles) {
        StringBuilder text = new StringBuilder(
                "propertyName,value\nmanifest.version,1.0\noneroster.version,%s\n".formatted(version));
        for (String table : tables()) {
            if (roles || !table.equals("roles")) {
                text.append("file.%s,%s\n".formatted(table, mode));
            }
        }
        return text.append("file.lineItems,absent\nsource.systemName,Sample SIS\n")
                .toString();
    }

    public Packages file(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Packages bytes(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public Packages without(String name) {
        files.remove(name);
        return this;
    }

    public Packages edit(String name, UnaryOperator<String> edit) {
        byte[] content = files.getOrDefault(name, new byte[0]);
        String before = new String(content, StandardCharsets.UTF_8);
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("the edit of " + name + " changed nothing");
        }
        return file(name, after);
    }

    public Packages replace(String name, String target, String replacement) {
        return edit(name, text -> text.replace(target, replacement));
    }

    public Packages addRow(String name, String row) {
        return edit(name, text -> text + row + "\n");
    }

    public byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : new ArrayList<>(files.entrySet())) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
