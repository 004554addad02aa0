/** One student on one competency: the standing, why it is so, and the events that tell of it. */
@NullMarked
package io.pacelight.progression.domain.mastery;

import org.jspecify.annotations.NullMarked;
