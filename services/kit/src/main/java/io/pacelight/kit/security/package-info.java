/** Who may see whom: the token says who, the roster says what. */
@NullMarked
package io.pacelight.kit.security;

import org.jspecify.annotations.NullMarked;
