/** Tests of the rules. */
@NullMarked
package io.pacelight.reporting.domain.rollup;

import org.jspecify.annotations.NullMarked;
