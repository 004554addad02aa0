package io.pacelight.simulator.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one school year that every simulated district lives through: Central time, two semesters, four grading periods. */
public final class SchoolYear {
    public static final ZoneId ZONE = ZoneId.of("America/Chicago");
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 17);
    public static final LocalDate LAST_DAY = LocalDate.of(2027, 5, 28);
    public static final Session YEAR = new Session("AS-2027", "2026-2027", "schoolYear", FIRST_DAY, LAST_DAY, "");
    public static final Session FALL =
            new Session("AS-2027-FALL", "2026-2027 Fall Semester", "semester", FIRST_DAY, day(2026, 12, 18), YEAR.id());
    public static final Session SPRING = new Session(
            "AS-2027-SPRING", "2026-2027 Spring Semester", "semester", day(2027, 1, 5), LAST_DAY, YEAR.id());

    private static final List<Session> GRADING_PERIODS = List.of(
            period(1, FIRST_DAY, day(2026, 10, 16), FALL),
            period(2, day(2026, 10, 17), day(2026, 12, 18), FALL),
            period(3, day(2027, 1, 5), day(2027, 3, 12), SPRING),
            period(4, day(2027, 3, 13), LAST_DAY, SPRING));

    private static final Map<LocalDate, String> CLOSED = closed();
    private static final List<LocalDate> MEETING_DAYS = FIRST_DAY
            .datesUntil(LAST_DAY.plusDays(1))
            .filter(SchoolYear::isInstructional)
            .toList();

    private SchoolYear() {}

    /** An academic session in OneRoster's terms. */
    public record Session(String id, String title, String type, LocalDate first, LocalDate last, String parent) {
        boolean holds(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }
    }

    /** The year, its semesters and their grading periods, parents first. */
    public static List<Session> sessions() {
        return Stream.concat(Stream.of(YEAR, FALL, SPRING), GRADING_PERIODS.stream())
                .toList();
    }

    /** The instructional days, in order; every class meets on each of them. */
    public static List<LocalDate> meetingDays() {
        return MEETING_DAYS;
    }

    /** Whether classes meet on the date. */
    public static boolean isInstructional(LocalDate date) {
        return basis(date).startsWith("in-session");
    }

    /** Why the date is instructional or not: in session, weekend, a break by name, or outside of both semesters. */
    public static String basis(LocalDate date) {
        if (!FALL.holds(date) && !SPRING.holds(date)) return "closed:between-semesters";
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY)
            return "closed:weekend";
        return CLOSED.containsKey(date) ? "closed:no-school" : "in-session:weekday";
    }

    /** The name of the holiday or break, empty on other days. */
    public static String hint(LocalDate date) {
        return CLOSED.getOrDefault(date, "");
    }

    /** The semester of the date, empty between semesters. */
    public static String termOf(LocalDate date) {
        return FALL.holds(date) ? FALL.id() : SPRING.holds(date) ? SPRING.id() : "";
    }

    /** The grading period of the date, empty between semesters. */
    public static String gradingPeriodOf(LocalDate date) {
        return GRADING_PERIODS.stream()
                .filter(period -> period.holds(date))
                .findFirst()
                .map(Session::id)
                .orElse("");
    }

    private static Session period(int number, LocalDate first, LocalDate last, Session semester) {
        return new Session(
                "AS-2027-GP" + number,
                "2026-2027 Grading Period " + number,
                "gradingPeriod",
                first,
                last,
                semester.id());
    }

    private static Map<LocalDate, String> closed() {
        Map<LocalDate, String> closed = new LinkedHashMap<>();
        closed.put(day(2026, 9, 7), "Labor Day");
        closed.put(day(2026, 10, 12), "Fall break");
        closed.put(day(2026, 10, 13), "Teacher learning day");
        closed.put(day(2026, 11, 3), "Election day");
        put(closed, day(2026, 11, 25), day(2026, 11, 27), "Thanksgiving break");
        closed.put(day(2027, 1, 18), "Martin Luther King Jr. Day");
        closed.put(day(2027, 2, 15), "Presidents' Day");
        put(closed, day(2027, 3, 15), day(2027, 3, 19), "Spring break");
        closed.put(day(2027, 3, 26), "No school");
        closed.put(day(2027, 4, 23), "Teacher learning day");
        return Map.copyOf(closed);
    }

    private static void put(Map<LocalDate, String> closed, LocalDate first, LocalDate last, String name) {
        first.datesUntil(last.plusDays(1)).forEach(date -> closed.put(date, name));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
