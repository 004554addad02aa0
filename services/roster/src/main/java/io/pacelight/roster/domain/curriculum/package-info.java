/** The room for what there is to learn and in which order. */
@NullMarked
package io.pacelight.roster.domain.curriculum;

import org.jspecify.annotations.NullMarked;
