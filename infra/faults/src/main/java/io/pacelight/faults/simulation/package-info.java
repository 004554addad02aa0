/** The core of the loop on a fake log, store and clock, under a seeded scheduler that breaks what can break. */
@NullMarked
package io.pacelight.faults.simulation;

import org.jspecify.annotations.NullMarked;
