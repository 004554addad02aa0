/** What a service must be able to build again out of its topics, and how that is compared. */
@NullMarked
package io.pacelight.kit.rebuild;

import org.jspecify.annotations.NullMarked;
