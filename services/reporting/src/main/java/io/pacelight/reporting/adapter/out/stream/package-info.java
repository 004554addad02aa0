/** Telling all instances what changed. */
@NullMarked
package io.pacelight.reporting.adapter.out.stream;

import org.jspecify.annotations.NullMarked;
