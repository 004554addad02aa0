/** The room for what an import has to tell: problems row by row, in words that say how to mend them. */
@NullMarked
package io.pacelight.roster.domain.report;

import org.jspecify.annotations.NullMarked;
