/** Wires reporting together. */
@NullMarked
package io.pacelight.reporting.config;

import org.jspecify.annotations.NullMarked;
