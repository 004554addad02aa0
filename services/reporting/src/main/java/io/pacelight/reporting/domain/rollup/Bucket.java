package io.pacelight.reporting.domain.rollup;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One of the 256 parts in which the students of a school are added up; a student has the same number everywhere. */
public record Bucket(String district, String school, int number) implements Comparable<Bucket> {
    public static final int COUNT = 256;

    public Bucket {
        if (number < 0 || number >= COUNT) throw new IllegalArgumentException("no such bucket: " + number);
    }

    /** The bucket of a student in a school. */
    public static Bucket of(String district, String school, String student) {
        CRC32 crc = new CRC32();
        crc.update(student.getBytes(StandardCharsets.UTF_8));
        return new Bucket(district, school, (int) (crc.getValue() % COUNT));
    }

    @Override
    public int compareTo(Bucket other) {
        int byDistrict = district.compareTo(other.district);
        if (byDistrict != 0) return byDistrict;
        int bySchool = school.compareTo(other.school);
        return bySchool != 0 ? bySchool : Integer.compare(number, other.number);
    }
}
