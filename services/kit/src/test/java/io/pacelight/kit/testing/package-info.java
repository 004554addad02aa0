/** What the services' tests share: house rules, tokens, a running service, patience. */
@NullMarked
package io.pacelight.kit.testing;

import org.jspecify.annotations.NullMarked;
