/** People and classes as pure facts. */
@NullMarked
package io.pacelight.roster.domain.people;

import org.jspecify.annotations.NullMarked;
