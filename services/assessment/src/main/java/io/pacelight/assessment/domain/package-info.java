/** What an attempt is and when it can be taken; pure. */
@NullMarked
package io.pacelight.assessment.domain;

import org.jspecify.annotations.NullMarked;
