/** Reporting's API: pages as JSON and the stream of what changed. */
@NullMarked
package io.pacelight.reporting.adapter.in.web;

import org.jspecify.annotations.NullMarked;
