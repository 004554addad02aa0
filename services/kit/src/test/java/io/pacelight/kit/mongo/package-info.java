@NullMarked
package io.pacelight.kit.mongo;

import org.jspecify.annotations.NullMarked;
