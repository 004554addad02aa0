/** The bench runs; how fast is nobody's business here. */
@NullMarked
package io.pacelight.bench;

import org.jspecify.annotations.NullMarked;
