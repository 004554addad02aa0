/** Wires the service. */
@NullMarked
package io.pacelight.intervention.config;

import org.jspecify.annotations.NullMarked;
