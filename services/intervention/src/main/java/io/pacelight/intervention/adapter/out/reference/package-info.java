/** Classes as the clocks need them, out of the reference book. */
@NullMarked
package io.pacelight.intervention.adapter.out.reference;

import org.jspecify.annotations.NullMarked;
