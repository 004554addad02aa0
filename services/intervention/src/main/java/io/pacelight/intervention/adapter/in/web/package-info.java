/** Conferences over HTTP. */
@NullMarked
package io.pacelight.intervention.adapter.in.web;

import org.jspecify.annotations.NullMarked;
