/** Attempts over HTTP. */
@NullMarked
package io.pacelight.assessment.adapter.in.web;

import org.jspecify.annotations.NullMarked;
