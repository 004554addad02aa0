/** The room for people and classes as the roster knows them: facts from several tables joined into one whole each. */
@NullMarked
package io.pacelight.roster.domain.people;

import org.jspecify.annotations.NullMarked;
