/** The room for the rules of a district's roster and curriculum; no clock, no randomness, no files. */
@NullMarked
package io.pacelight.roster.domain;

import org.jspecify.annotations.NullMarked;
