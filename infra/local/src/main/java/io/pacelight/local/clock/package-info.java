/** School time of the local district: passes through school hours at any speed and skips what lies between them. */
@NullMarked
package io.pacelight.local.clock;

import org.jspecify.annotations.NullMarked;
