/** Tests of the rules. */
@NullMarked
package io.pacelight.reporting.domain;

import org.jspecify.annotations.NullMarked;
