/** The room for the words of bell schedules and attendance files. */
@NullMarked
package io.pacelight.roster.domain.calendar;

import org.jspecify.annotations.NullMarked;
