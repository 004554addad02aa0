/** The rules of mastery: pure functions over evidence, without clock, randomness or I/O. */
@NullMarked
package io.pacelight.progression.domain;

import org.jspecify.annotations.NullMarked;
