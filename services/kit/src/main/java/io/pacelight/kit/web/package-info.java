/** Problem details (RFC 9457) for everything that can go wrong over HTTP. */
@NullMarked
package io.pacelight.kit.web;

import org.jspecify.annotations.NullMarked;
