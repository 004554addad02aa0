/** What there is to learn, checked without a store. */
@NullMarked
package io.pacelight.roster.domain.curriculum;

import org.jspecify.annotations.NullMarked;
