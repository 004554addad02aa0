/** The pages from outside: in a browser, as a script, and their architecture. */
@NullMarked
package io.pacelight.dashboard;

import org.jspecify.annotations.NullMarked;
