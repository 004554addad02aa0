/** Tests of reporting as a whole. */
@NullMarked
package io.pacelight.reporting;

import org.jspecify.annotations.NullMarked;
