package io.pacelight.simulator.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.pacelight.simulator.school.Absences;
import io.pacelight.simulator.school.Bells;
import io.pacelight.simulator.school.Layout;
import io.pacelight.simulator.school.School;
import io.pacelight.simulator.school.SchoolYear;
import io.pacelight.simulator.school.Section;
import io.pacelight.simulator.school.Student;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** When school is: calendar, bells and absences, one CSV file each. */
public final class ScheduleFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_LOCAL_TIME;

    private final Layout district;

    public ScheduleFiles(Layout district) {
        this.district = district;
    }

    public void writeCalendar(OutputStream out) throws IOException {
        String header = "schoolSourcedId,date,instructional,basis,termSourcedId,gradingPeriodSourcedId,"
                + "attendanceEventsInSource,hint";
        List<LocalDate> dates =
                SchoolYear.FIRST_DAY.datesUntil(SchoolYear.LAST_DAY.plusDays(1)).toList();
        try (CsvWriter csv = Csv.to(out, header)) {
            for (School school : district.schools()) {
                for (LocalDate date : dates) {
                    csv.writeRecord(
                            school.id(),
                            date.toString(),
                            Boolean.toString(SchoolYear.isInstructional(date)),
                            SchoolYear.basis(date),
                            SchoolYear.termOf(date),
                            SchoolYear.gradingPeriodOf(date),
                            "0",
                            SchoolYear.hint(date));
                }
            }
        }
    }

    public void writeBellSchedule(OutputStream out) throws IOException {
        String header =
                "classSourcedId,dayRule,startTime,endTime,schoolSourcedId,termSourcedId,period,bellScheduleName";
        try (CsvWriter csv = Csv.to(out, header)) {
            for (Section section : district.sections()) {
                for (SchoolYear.Session term : List.of(SchoolYear.FALL, SchoolYear.SPRING)) {
                    for (Bells.Variant variant : Bells.Variant.values()) {
                        int start = section.school().start();
                        csv.writeRecord(
                                section.id(),
                                variant.days(),
                                time(Bells.startTime(start, section.period(), variant)),
                                time(Bells.endTime(start, section.period(), variant)),
                                section.school().id(),
                                term.id(),
                                "0" + section.period(),
                                variant.title());
                    }
                }
            }
        }
    }

    /** One row for each student and whole day away; without a class the row means all of them. */
    public void writeAttendance(OutputStream out, LocalDate first, LocalDate last) throws IOException {
        Absences absences = new Absences(district.seed());
        List<LocalDate> days = SchoolYear.meetingDays();
        try (CsvWriter csv = Csv.to(out, "studentSourcedId,date,classSourcedId,code,minutes")) {
            for (int day = 0; day < days.size(); day++) {
                if (days.get(day).isBefore(first) || days.get(day).isAfter(last)) continue;
                String date = days.get(day).toString();
                for (int student = 0; student < district.students(); student++) {
                    if (absences.isAbsent(student, day)) csv.writeRecord(Student.id(student), date, "", "ABSENT", "");
                }
            }
        }
    }

    private static String time(LocalTime time) {
        return TIME.format(time);
    }
}
