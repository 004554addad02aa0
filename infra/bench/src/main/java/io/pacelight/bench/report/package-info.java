/** What was measured, as text, JSON and a picture. */
@NullMarked
package io.pacelight.bench.report;

import org.jspecify.annotations.NullMarked;
