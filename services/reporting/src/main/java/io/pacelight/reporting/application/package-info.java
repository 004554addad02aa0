/** Use cases of reporting and the ports they need. */
@NullMarked
package io.pacelight.reporting.application;

import org.jspecify.annotations.NullMarked;
