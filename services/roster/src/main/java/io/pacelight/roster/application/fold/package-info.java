/** The room for the rules by which roster documents absorb changes and say what became different. */
@NullMarked
package io.pacelight.roster.application.fold;

import org.jspecify.annotations.NullMarked;
