/**
 * Real services, broker and store, each in a JVM of its own, under faults that a seed plans; at the end their data are
 * compared with what the records on Kafka alone say they must be, by code that knows nothing of the services' own.
 */
@NullMarked
package io.pacelight.faults.process;

import org.jspecify.annotations.NullMarked;
