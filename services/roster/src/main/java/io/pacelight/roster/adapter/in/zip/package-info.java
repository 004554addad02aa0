/** The room for opening zip packages without trusting them. */
@NullMarked
package io.pacelight.roster.adapter.in.zip;

import org.jspecify.annotations.NullMarked;
