/** What intervention does and what it needs for that; no Spring, Kafka or Mongo types. */
@NullMarked
package io.pacelight.intervention.application;

import org.jspecify.annotations.NullMarked;
