/** Totals of a school and a district: sums that can be recomputed from the students at any time, and what may be shown of them. */
@NullMarked
package io.pacelight.reporting.domain.rollup;

import org.jspecify.annotations.NullMarked;
