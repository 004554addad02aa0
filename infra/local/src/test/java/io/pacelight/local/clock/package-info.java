/** Tests of school time. */
@NullMarked
package io.pacelight.local.clock;

import org.jspecify.annotations.NullMarked;
