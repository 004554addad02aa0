/** Tests of the room of the same name. */
@NullMarked
package io.pacelight.progression.adapter.in.web;

import org.jspecify.annotations.NullMarked;
