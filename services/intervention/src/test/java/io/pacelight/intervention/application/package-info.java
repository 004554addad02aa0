/** Use cases with everything around them in memory. */
@NullMarked
package io.pacelight.intervention.application;

import org.jspecify.annotations.NullMarked;
