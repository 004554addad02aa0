/** The rules of judging, out of the reference facts. */
@NullMarked
package io.pacelight.progression.adapter.out.reference;

import org.jspecify.annotations.NullMarked;
