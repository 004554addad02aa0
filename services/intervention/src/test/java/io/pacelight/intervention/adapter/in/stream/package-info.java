/** What is told of students, redelivered, reordered and interrupted. */
@NullMarked
package io.pacelight.intervention.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
