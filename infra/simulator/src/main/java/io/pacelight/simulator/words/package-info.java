/** The word lists among the resources. */
@NullMarked
package io.pacelight.simulator.words;

import org.jspecify.annotations.NullMarked;
