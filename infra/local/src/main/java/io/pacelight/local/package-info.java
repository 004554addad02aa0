/** One command, one process, a whole district: starts the broker, the store, sign-in and every service on this machine. */
@NullMarked
package io.pacelight.local;

import org.jspecify.annotations.NullMarked;
