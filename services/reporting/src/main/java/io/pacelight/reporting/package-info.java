/** Read models at student, class, school and district level, and live word of what changes in them. */
@NullMarked
package io.pacelight.reporting;

import org.jspecify.annotations.NullMarked;
