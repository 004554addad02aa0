/** Tests of the service as a whole, and what they share. */
@NullMarked
package io.pacelight.progression;

import org.jspecify.annotations.NullMarked;
