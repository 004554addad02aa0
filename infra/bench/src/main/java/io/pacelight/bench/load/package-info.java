/** What is sent, and how its arrival is seen. */
@NullMarked
package io.pacelight.bench.load;

import org.jspecify.annotations.NullMarked;
