/** Wiring. */
@NullMarked
package io.pacelight.assessment.config;

import org.jspecify.annotations.NullMarked;
