/** Reference facts (classes, calendars, competencies, plans), read whole into memory by every instance. */
@NullMarked
package io.pacelight.kit.reference;

import org.jspecify.annotations.NullMarked;
