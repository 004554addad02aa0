/** Intervention running on a real broker and store. */
@NullMarked
package io.pacelight.intervention;

import org.jspecify.annotations.NullMarked;
