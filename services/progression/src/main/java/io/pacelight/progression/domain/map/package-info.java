/** One student across competencies: which are open because their prerequisites are met. */
@NullMarked
package io.pacelight.progression.domain.map;

import org.jspecify.annotations.NullMarked;
