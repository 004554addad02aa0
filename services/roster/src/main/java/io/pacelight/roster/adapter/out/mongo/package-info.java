/** The room for how the roster's documents stand in the store. */
@NullMarked
package io.pacelight.roster.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
