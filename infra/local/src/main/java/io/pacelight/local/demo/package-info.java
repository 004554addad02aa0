/** Loads the simulated district through the public API and plays its semester as school time passes. */
@NullMarked
package io.pacelight.local.demo;

import org.jspecify.annotations.NullMarked;
