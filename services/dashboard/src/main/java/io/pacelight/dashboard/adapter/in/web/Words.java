package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.Cause;
import io.pacelight.dashboard.domain.Pace;
import io.pacelight.dashboard.domain.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Numbers, times and states in the reader’s language; templates call it as the bean “words”. */
@Component("words")
public class Words {

    private static final String THIN = "\u202f";

    private final MessageSource messages;

    public Words(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** A share 0..1 in whole percent, or a dash where there is none. */
    public String percent(@Nullable Double share) {
        return share == null ? "–" : Math.round(share * 100) + THIN + "%";
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale()).format(value);
    }

    /** Two decimals, halves away from zero: how levels are shown everywhere. */
    public String level(@Nullable Double level) {
        return level == null
                ? "–"
                : BigDecimal.valueOf(level).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    public String state(State state) {
        return say("state." + state.name());
    }

    public String pace(Pace pace) {
        return say("pace." + pace.name());
    }

    public String cause(Cause cause) {
        return say("cause." + cause.name());
    }

    public String day(Instant instant, ZoneId zone) {
        return format(say("format.day"), instant, zone);
    }

    public String shortDay(Instant instant, ZoneId zone) {
        return format(say("format.shortDay"), instant, zone);
    }

    public String week(Instant instant, ZoneId zone) {
        return format(say("format.week"), instant, zone);
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .withZone(zone)
                .format(instant);
    }

    /** Period, grade and the like without the zeros that a file puts before them. */
    public String plain(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }

    /** Minutes of class time as people say them. */
    public String classTime(int minutes) {
        return minutes < 120 ? say("time.classMinutes", minutes) : say("time.classHours", Math.round(minutes / 60.0));
    }

    /** Milliseconds as people say them. */
    public String span(@Nullable Long millis) {
        if (millis == null) {
            return "–";
        }
        return millis < 1000
                ? say("time.millis", millis)
                : say(
                        "time.seconds",
                        BigDecimal.valueOf(millis).movePointLeft(3).setScale(1, RoundingMode.HALF_UP));
    }

    private static String format(String pattern, Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale())
                .withZone(zone)
                .format(instant);
    }
}
