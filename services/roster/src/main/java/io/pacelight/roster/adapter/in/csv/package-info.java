/** The room for reading CSV strictly: UTF-8, balanced quotes, as many fields as the header. */
@NullMarked
package io.pacelight.roster.adapter.in.csv;

import org.jspecify.annotations.NullMarked;
