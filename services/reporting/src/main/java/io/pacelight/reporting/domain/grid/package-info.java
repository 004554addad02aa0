/** The class grid: students by need, competencies in pathway order, and what each cell says. */
@NullMarked
package io.pacelight.reporting.domain.grid;

import org.jspecify.annotations.NullMarked;
