package io.pacelight.intervention.config;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district may set.
 *
 * @param minutesWithoutBells class time a day of a class that has no bell schedule
 * @param settling how long after a changed plan, calendar or schedule the students concerned are looked up, so that what other
 *     instances decide by the old one meanwhile is stored and found
 * @param turn how often due clocks are looked for, in ordinary time
 */
@ConfigurationProperties("pacelight.intervention")
public record InterventionProperties(
        @DefaultValue Stall stall,
        @DefaultValue Digest digest,
        @DefaultValue("45") int minutesWithoutBells,
        @DefaultValue("1s") Duration settling,
        @DefaultValue("250ms") Duration turn) {

    /**
     * The 24-hour rule: whichever of the limits that are set comes first.
     *
     * @param classTime class time without movement after which a student has stalled
     * @param meetings attended meetings without movement after which a student has stalled
     * @param schoolDays school days without movement after which a student has stalled; not looked at if not given
     */
    public record Stall(
            @DefaultValue("24h") Duration classTime,
            @DefaultValue("5") int meetings,
            @Nullable Integer schoolDays) {}

    /**
     * The daily mail.
     *
     * @param enabled whether it goes out at all
     * @param from sender, as mails name it
     * @param at time of day at the school from which it goes out
     * @param link the page that shows who
     */
    public record Digest(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("07:00") LocalTime at,

            @DefaultValue("Pacelight <no-reply@pacelight.invalid>")
            String from,

            @DefaultValue("http://127.0.0.1:8080/") String link) {}
}
