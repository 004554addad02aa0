/** The sign-in provider of the local district: who may come in, the key that signs for them, and the mail they got. */
@NullMarked
package io.pacelight.local.signin;

import org.jspecify.annotations.NullMarked;
