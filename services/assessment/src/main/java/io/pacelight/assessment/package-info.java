/** Takes attempts in: one at a time or by the file, checked against the roster and the curriculum, each recorded once. */
@NullMarked
package io.pacelight.assessment;

import org.jspecify.annotations.NullMarked;
