/** The room for what the data desk asks of the roster, and for the ports it needs to do it. */
@NullMarked
package io.pacelight.roster.application;

import org.jspecify.annotations.NullMarked;
