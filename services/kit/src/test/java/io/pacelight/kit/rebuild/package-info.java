@NullMarked
package io.pacelight.kit.rebuild;

import org.jspecify.annotations.NullMarked;
