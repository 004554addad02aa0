/** Keeps the table of every configuration property in step with the code. */
@NullMarked
package io.pacelight.settings;

import org.jspecify.annotations.NullMarked;
