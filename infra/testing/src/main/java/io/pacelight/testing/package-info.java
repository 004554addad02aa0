/** What tests of several rooms need of the machine they run on: a browser, the real input, and a word on what is missing. */
@NullMarked
package io.pacelight.testing;

import org.jspecify.annotations.NullMarked;
