/** What goes back onto Kafka, and how far this instance has read. */
@NullMarked
package io.pacelight.intervention.adapter.out.stream;

import org.jspecify.annotations.NullMarked;
