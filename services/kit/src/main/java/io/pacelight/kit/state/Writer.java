package io.pacelight.kit.state;

import java.time.Instant;

/**
 * How far somebody who writes documents has told what they listed as pending.
 *
 * @param toldUpTo all of its writes up to this number are told; of later ones it is not known
 * @param heardOf when it was last noted (wall clock)
 */
public record Writer(String name, long toldUpTo, Instant heardOf) {}
