/** Tests of recording attempts. */
@NullMarked
package io.pacelight.assessment.application;

import org.jspecify.annotations.NullMarked;
