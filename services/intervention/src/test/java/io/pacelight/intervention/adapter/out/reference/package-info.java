/** Classes made of reference facts. */
@NullMarked
package io.pacelight.intervention.adapter.out.reference;

import org.jspecify.annotations.NullMarked;
