/** Wiring: sign-in, headers, addresses of the services. */
@NullMarked
package io.pacelight.dashboard.config;

import org.jspecify.annotations.NullMarked;
