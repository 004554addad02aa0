/** Tests of the room of the same name. */
@NullMarked
package io.pacelight.progression.domain.map;

import org.jspecify.annotations.NullMarked;
