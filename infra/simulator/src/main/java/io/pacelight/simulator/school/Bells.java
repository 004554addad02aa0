package io.pacelight.simulator.school;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** The bell schedules: seven periods a day, shorter on Wednesdays, and schools start at one of three times. */
public final class Bells {
    public static final int PERIODS = 7;
    public static final int STARTS = 3;

    private static final int FIRST_BELL = 8 * 60;
    private static final int BETWEEN_STARTS = 15;
    private static final int PASSING = 5;
    private static final int LUNCH = 30;
    private static final int BEFORE_LUNCH = 4;

    private Bells() {}

    /** The two kinds of school day. */
    public enum Variant {
        NORMAL("Normal Schedule", "MO|TU|TH|FR", 50),
        EARLY_RELEASE("Early Release", "WE", 40);

        private final String title;
        private final String days;
        private final int minutes;

        Variant(String title, String days, int minutes) {
            this.title = title;
            this.days = days;
            this.minutes = minutes;
        }

        public String title() {
            return title;
        }

        /** The weekdays in the notation of the bell schedule file. */
        public String days() {
            return days;
        }

        /** The length of a meeting in minutes. */
        public int minutes() {
            return minutes;
        }

        public static Variant on(DayOfWeek day) {
            return day == DayOfWeek.WEDNESDAY ? EARLY_RELEASE : NORMAL;
        }
    }

    /** The minute of the day at which a period (from 1) starts in schools of a start group (from 0). */
    public static int startMinute(int start, int period, Variant variant) {
        return FIRST_BELL
                + start * BETWEEN_STARTS
                + (period - 1) * (variant.minutes() + PASSING)
                + (period > BEFORE_LUNCH ? LUNCH : 0);
    }

    public static LocalTime startTime(int start, int period, Variant variant) {
        return LocalTime.ofSecondOfDay(startMinute(start, period, variant) * 60L);
    }

    public static LocalTime endTime(int start, int period, Variant variant) {
        return startTime(start, period, variant).plusMinutes(variant.minutes());
    }
}
