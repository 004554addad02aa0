/** The room for who is who in a district, when classes meet and what there is to learn. */
@NullMarked
package io.pacelight.roster;

import org.jspecify.annotations.NullMarked;
