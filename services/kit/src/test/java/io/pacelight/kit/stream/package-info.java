@NullMarked
package io.pacelight.kit.stream;

import org.jspecify.annotations.NullMarked;
