/** The room for work that goes on by itself: imports being done in the background. */
@NullMarked
package io.pacelight.roster.adapter.in.work;

import org.jspecify.annotations.NullMarked;
