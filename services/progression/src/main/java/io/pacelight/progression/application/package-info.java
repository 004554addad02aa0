/** What the service does for its callers, and the ports it needs for it; no framework, broker or store. */
@NullMarked
package io.pacelight.progression.application;

import org.jspecify.annotations.NullMarked;
