/** Tests of the room of the same name. */
@NullMarked
package io.pacelight.progression.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
