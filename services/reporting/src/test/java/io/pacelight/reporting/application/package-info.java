/** Tests of this room. */
@NullMarked
package io.pacelight.reporting.application;

import org.jspecify.annotations.NullMarked;
