/** Clocks, check-engine lights and conferences: who needs three minutes of which teacher, and why now. */
@NullMarked
package io.pacelight.intervention;

import org.jspecify.annotations.NullMarked;
