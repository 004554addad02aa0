/** Holds the store's own rules: that keys sort as values do and that an index misses nothing. */
@NullMarked
package io.pacelight.embedded.store;

import org.jspecify.annotations.NullMarked;
