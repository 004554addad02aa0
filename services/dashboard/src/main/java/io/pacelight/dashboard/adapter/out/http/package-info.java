/** The ports of the application over HTTP and JSON, with time limits, as the signed-in caller. */
@NullMarked
package io.pacelight.dashboard.adapter.out.http;

import org.jspecify.annotations.NullMarked;
