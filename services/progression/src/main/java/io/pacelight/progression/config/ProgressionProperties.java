package io.pacelight.progression.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set for progression.
 *
 * @param settling how long after a changed rule the students concerned are looked up, so that what other instances judge by the
 *     old rules meanwhile is stored and found
 */
@ConfigurationProperties("pacelight.progression")
public record ProgressionProperties(@DefaultValue("1s") Duration settling) {}
