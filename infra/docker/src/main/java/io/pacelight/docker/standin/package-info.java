/**
 * Stand-ins for images that can't be pulled where a check runs: a real Kafka, the embedded store and the mail sink, told
 * by the same variables and asked by the same commands as the images that compose names. For checks only.
 */
@NullMarked
package io.pacelight.docker.standin;

import org.jspecify.annotations.NullMarked;
