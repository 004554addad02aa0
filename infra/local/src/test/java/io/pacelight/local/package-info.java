/** Tests of the launcher. */
@NullMarked
package io.pacelight.local;

import org.jspecify.annotations.NullMarked;
