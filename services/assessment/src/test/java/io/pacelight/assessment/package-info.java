/** Tests of recording attempts. */
@NullMarked
package io.pacelight.assessment;

import org.jspecify.annotations.NullMarked;
