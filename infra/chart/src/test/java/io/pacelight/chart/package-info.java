/** Renders the Helm charts with Helm itself and holds what comes out against Kubernetes' model and the services. */
@NullMarked
package io.pacelight.chart;

import org.jspecify.annotations.NullMarked;
