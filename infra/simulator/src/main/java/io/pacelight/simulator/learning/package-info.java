/** The learners: a stated model of knowing, learning, guessing and slipping that turns class meetings into attempts. */
@NullMarked
package io.pacelight.simulator.learning;

import org.jspecify.annotations.NullMarked;
