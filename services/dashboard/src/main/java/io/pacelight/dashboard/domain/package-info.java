/** What the pages are made of: the read models as the services answer them, and the pure geometry and order of what is drawn. */
@NullMarked
package io.pacelight.dashboard.domain;

import org.jspecify.annotations.NullMarked;
