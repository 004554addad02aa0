/** Words of bell schedules and attendance. */
@NullMarked
package io.pacelight.roster.domain.calendar;

import org.jspecify.annotations.NullMarked;
