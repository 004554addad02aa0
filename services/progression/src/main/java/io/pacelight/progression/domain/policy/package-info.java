/** When evidence is mastery: one record a policy, and the choice of the nearest one set. */
@NullMarked
package io.pacelight.progression.domain.policy;

import org.jspecify.annotations.NullMarked;
