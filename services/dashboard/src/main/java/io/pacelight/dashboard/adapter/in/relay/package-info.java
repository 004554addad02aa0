/** The one origin: streams calls under /api to the service that owns them, with the caller’s token. */
@NullMarked
package io.pacelight.dashboard.adapter.in.relay;

import org.jspecify.annotations.NullMarked;
