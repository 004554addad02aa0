/** Tests of how reporting keeps its documents. */
@NullMarked
package io.pacelight.reporting.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
