/** Attempts as rows of CSV and lines of JSON. */
@NullMarked
package io.pacelight.assessment.adapter.in.text;

import org.jspecify.annotations.NullMarked;
