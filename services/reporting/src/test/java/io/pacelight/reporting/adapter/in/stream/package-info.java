/** Tests of this room. */
@NullMarked
package io.pacelight.reporting.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
