/** The geometry and order of what is drawn. */
@NullMarked
package io.pacelight.dashboard.domain;

import org.jspecify.annotations.NullMarked;
