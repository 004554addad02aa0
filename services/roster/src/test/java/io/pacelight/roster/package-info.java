/** Tests that look at the whole service. */
@NullMarked
package io.pacelight.roster;

import org.jspecify.annotations.NullMarked;
