/** Tests of the rules as the reference facts tell them. */
@NullMarked
package io.pacelight.progression.adapter.out.reference;

import org.jspecify.annotations.NullMarked;
