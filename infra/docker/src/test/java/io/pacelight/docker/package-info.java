@NullMarked
package io.pacelight.docker;

import org.jspecify.annotations.NullMarked;
