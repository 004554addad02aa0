@NullMarked
package io.pacelight.kit.reference;

import org.jspecify.annotations.NullMarked;
