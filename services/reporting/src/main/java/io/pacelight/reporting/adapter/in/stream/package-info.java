/** Events from the other services into students' states, and changes from all instances into live pages. */
@NullMarked
package io.pacelight.reporting.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
