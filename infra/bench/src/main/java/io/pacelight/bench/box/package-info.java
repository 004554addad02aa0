/** The whole district in a process of its own, and what drives it from outside. */
@NullMarked
package io.pacelight.bench.box;

import org.jspecify.annotations.NullMarked;
