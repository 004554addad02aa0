@NullMarked
package io.pacelight.kit.state;

import org.jspecify.annotations.NullMarked;
