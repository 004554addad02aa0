/** Packages, good and bad, read as they come. */
@NullMarked
package io.pacelight.roster.adapter.in.zip;

import org.jspecify.annotations.NullMarked;
