/** The room for what the data desk asks over HTTP. */
@NullMarked
package io.pacelight.roster.adapter.in.web;

import org.jspecify.annotations.NullMarked;
