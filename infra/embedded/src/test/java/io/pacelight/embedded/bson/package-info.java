@NullMarked
package io.pacelight.embedded.bson;

import org.jspecify.annotations.NullMarked;
