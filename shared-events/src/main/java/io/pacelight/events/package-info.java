/** The contract between the services: event records, their schemas and the way they travel on Kafka. */
@NullMarked
package io.pacelight.events;

import org.jspecify.annotations.NullMarked;
