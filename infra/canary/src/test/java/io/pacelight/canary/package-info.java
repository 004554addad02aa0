/** The canary against a front door made of paper; against a live district it is tested in infra/observability. */
@NullMarked
package io.pacelight.canary;

import org.jspecify.annotations.NullMarked;
