/** The fold itself, without log and store. */
@NullMarked
package io.pacelight.bench.fold;

import org.jspecify.annotations.NullMarked;
