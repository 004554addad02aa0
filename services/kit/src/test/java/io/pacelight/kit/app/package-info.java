/** The smallest service: counts the attempts of each student. */
@NullMarked
package io.pacelight.kit.app;

import org.jspecify.annotations.NullMarked;
