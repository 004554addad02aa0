/** A deterministic district of any size from one seed: what a demo, a test or a benchmark asks for. */
@NullMarked
package io.pacelight.simulator;

import org.jspecify.annotations.NullMarked;
