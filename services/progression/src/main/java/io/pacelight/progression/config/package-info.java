/** Puts the service together. */
@NullMarked
package io.pacelight.progression.config;

import org.jspecify.annotations.NullMarked;
