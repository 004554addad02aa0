/** Events off Kafka: attempts, the roster's students, own rows and changed rules. */
@NullMarked
package io.pacelight.progression.adapter.in.stream;

import org.jspecify.annotations.NullMarked;
