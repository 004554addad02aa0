package io.pacelight.roster.config;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for the roster.
 *
 * @param zone time zone of organisations whose {@code metadata.timeZone} says none
 * @param zipEntries most entries of a package
 * @param zipBytes most bytes that a package unpacks to
 * @param zipRatio most bytes unpacked for each byte packed
 */
@ConfigurationProperties("pacelight.roster")
public record RosterProperties(
        @DefaultValue("America/Chicago") ZoneId zone,
        @DefaultValue("200") int zipEntries,
        @DefaultValue("4294967296") long zipBytes,
        @DefaultValue("200") int zipRatio) {}
