/** Tests of the room of the same name. */
@NullMarked
package io.pacelight.progression.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
