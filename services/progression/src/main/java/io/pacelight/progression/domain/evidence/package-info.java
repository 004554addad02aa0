/** What a student has shown: attempts, the sittings they form, the scale they are read on, and their order. */
@NullMarked
package io.pacelight.progression.domain.evidence;

import org.jspecify.annotations.NullMarked;
