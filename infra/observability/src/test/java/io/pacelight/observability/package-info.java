/** Checks what Prometheus, Alertmanager and Grafana are given, and that it fits what the services really say. */
@NullMarked
package io.pacelight.observability;

import org.jspecify.annotations.NullMarked;
