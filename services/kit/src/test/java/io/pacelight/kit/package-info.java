/** Tests of the kit, and what the services' tests share. */
@NullMarked
package io.pacelight.kit;

import org.jspecify.annotations.NullMarked;
