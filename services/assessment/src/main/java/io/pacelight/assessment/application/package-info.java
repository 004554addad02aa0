/** Use cases of recording attempts and the ports they need. */
@NullMarked
package io.pacelight.assessment.application;

import org.jspecify.annotations.NullMarked;
