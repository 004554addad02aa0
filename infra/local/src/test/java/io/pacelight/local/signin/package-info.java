/** Tests of tokens and of the people who sign in. */
@NullMarked
package io.pacelight.local.signin;

import org.jspecify.annotations.NullMarked;
