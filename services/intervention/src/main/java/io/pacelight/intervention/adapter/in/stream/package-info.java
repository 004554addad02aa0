/** Facts about students and classes off Kafka, as inputs of their watches. */
@NullMarked
package io.pacelight.intervention.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
