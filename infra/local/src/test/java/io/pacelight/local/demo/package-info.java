/** Tests of what the demo plays. */
@NullMarked
package io.pacelight.local.demo;

import org.jspecify.annotations.NullMarked;
