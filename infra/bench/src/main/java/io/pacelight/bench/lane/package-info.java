/** One thing measured at a time, each in a JVM of its own, on a broker and a store of its own. */
@NullMarked
package io.pacelight.bench.lane;

import org.jspecify.annotations.NullMarked;
