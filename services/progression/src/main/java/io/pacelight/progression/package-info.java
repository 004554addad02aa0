/** Decides who has mastered what: attempts in, levels, mastery and unlocked competencies out, each with its why. */
@NullMarked
package io.pacelight.progression;

import org.jspecify.annotations.NullMarked;
