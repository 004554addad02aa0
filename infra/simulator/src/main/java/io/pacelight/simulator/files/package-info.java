/** The district written out in the formats that districts exchange. */
@NullMarked
package io.pacelight.simulator.files;

import org.jspecify.annotations.NullMarked;
