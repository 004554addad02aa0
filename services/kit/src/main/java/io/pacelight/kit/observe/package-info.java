/** Fixed names of everything that a service measures. */
@NullMarked
package io.pacelight.kit.observe;

import org.jspecify.annotations.NullMarked;
