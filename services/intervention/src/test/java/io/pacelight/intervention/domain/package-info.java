/** The rules of clocks, lights and conferences, told as tests. */
@NullMarked
package io.pacelight.intervention.domain;

import org.jspecify.annotations.NullMarked;
