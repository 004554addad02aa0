/** Tests of how assessment keeps its documents. */
@NullMarked
package io.pacelight.assessment.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
