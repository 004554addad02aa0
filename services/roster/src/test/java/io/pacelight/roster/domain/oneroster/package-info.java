/** Cells and ids of the standard. */
@NullMarked
package io.pacelight.roster.domain.oneroster;

import org.jspecify.annotations.NullMarked;
