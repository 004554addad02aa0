/** What images need beside the services: a probe, a rehearsal for the JVM's cache, stand-ins where no image can be pulled. */
@NullMarked
package io.pacelight.docker;

import org.jspecify.annotations.NullMarked;
