/** Repeatable chance: every entity draws from its own numbers, so that none depends on the order of another. */
@NullMarked
package io.pacelight.simulator.random;

import org.jspecify.annotations.NullMarked;
