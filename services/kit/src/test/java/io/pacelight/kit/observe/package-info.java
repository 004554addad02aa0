/** What is told to the outside about the inside. */
@NullMarked
package io.pacelight.kit.observe;

import org.jspecify.annotations.NullMarked;
