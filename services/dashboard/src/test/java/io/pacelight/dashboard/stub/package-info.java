/** A district that exists only for the tests of the pages: services, a sign-in provider, and people who are easy to recognise. */
@NullMarked
package io.pacelight.dashboard.stub;

import org.jspecify.annotations.NullMarked;
