/** What one student looks like to reporting: rows that are set by source sequence, so a state is a function of the set of facts. */
@NullMarked
package io.pacelight.reporting.domain;

import org.jspecify.annotations.NullMarked;
