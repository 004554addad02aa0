/** Tests of the room of the same name. */
@NullMarked
package io.pacelight.progression.application;

import org.jspecify.annotations.NullMarked;
