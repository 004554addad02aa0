/** The rules of clocks, lights and conferences, pure: time and reference facts come in with each input. */
@NullMarked
package io.pacelight.intervention.domain;

import org.jspecify.annotations.NullMarked;
