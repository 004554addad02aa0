@NullMarked
package io.pacelight.kit.time;

import org.jspecify.annotations.NullMarked;
