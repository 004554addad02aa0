/** Who the students are, off the roster's topics. */
@NullMarked
package io.pacelight.assessment.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
