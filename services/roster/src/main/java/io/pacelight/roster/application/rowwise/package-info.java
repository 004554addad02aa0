/** The room for files whose rows stand alone: the good ones go in, the others are answered one by one. */
@NullMarked
package io.pacelight.roster.application.rowwise;

import org.jspecify.annotations.NullMarked;
