/** The room for imports as work that takes time: queued, checked, tried, confirmed, applied, taken up again after a crash. */
@NullMarked
package io.pacelight.roster.application.job;

import org.jspecify.annotations.NullMarked;
