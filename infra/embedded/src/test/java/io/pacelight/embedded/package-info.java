/** Proves that the embedded servers keep what they acknowledge. */
@NullMarked
package io.pacelight.embedded;

import org.jspecify.annotations.NullMarked;
