/** Tests of the rules. */
@NullMarked
package io.pacelight.reporting.domain.grid;

import org.jspecify.annotations.NullMarked;
