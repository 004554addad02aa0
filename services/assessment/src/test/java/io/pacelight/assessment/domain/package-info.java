/** Tests of recording attempts. */
@NullMarked
package io.pacelight.assessment.domain;

import org.jspecify.annotations.NullMarked;
