/** Documents folding changes, without a store. */
@NullMarked
package io.pacelight.roster.application;

import org.jspecify.annotations.NullMarked;
