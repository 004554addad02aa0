/** The whole loop, from the public API to the pages, on real input. */
@NullMarked
package io.pacelight.acceptance;

import org.jspecify.annotations.NullMarked;
