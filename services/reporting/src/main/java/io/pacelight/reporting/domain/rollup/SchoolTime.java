package io.pacelight.reporting.domain.rollup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.zip.CRC32;

/** The days of one school; with no calendar every weekday is a school day. */
public record SchoolTime(ZoneId zone, Set<LocalDate> instructional) {
    private static final int LONGEST_BREAK = 120;

    public SchoolTime {
        instructional = Set.copyOf(instructional);
    }

    /** Tells one zone and set of days from another: CRC-32 of the zone's id and the days, in their order. */
    public long checksum() {
        CRC32 crc = new CRC32();
        crc.update(zone.getId().getBytes(StandardCharsets.UTF_8));
        ByteBuffer days = ByteBuffer.allocate(Long.BYTES * instructional.size());
        instructional.stream().mapToLong(LocalDate::toEpochDay).sorted().forEach(days::putLong);
        crc.update(days.flip());
        return crc.getValue();
    }

    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The Monday of the week. */
    public LocalDate week(Instant instant) {
        return day(instant).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first school day after that day. */
    public LocalDate next(LocalDate day) {
        return search(day, 1);
    }

    /** The last school day before that day. */
    public LocalDate previous(LocalDate day) {
        return search(day, -1);
    }

    private LocalDate search(LocalDate day, int step) {
        for (int days = 1; days <= LONGEST_BREAK; days++) {
            LocalDate candidate = day.plusDays((long) step * days);
            if (isSchoolDay(candidate)) return candidate;
        }
        return day.plusDays(step);
    }

    private boolean isSchoolDay(LocalDate day) {
        return instructional.isEmpty()
                ? day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                : instructional.contains(day);
    }
}
