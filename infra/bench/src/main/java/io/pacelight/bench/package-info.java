/** How fast the loop is: limits, a peer, each service alone, the whole pipeline, latency, growth; one command, one report. */
@NullMarked
package io.pacelight.bench;

import org.jspecify.annotations.NullMarked;
