/** Tests of this room. */
@NullMarked
package io.pacelight.reporting.adapter.in.web;

import org.jspecify.annotations.NullMarked;
