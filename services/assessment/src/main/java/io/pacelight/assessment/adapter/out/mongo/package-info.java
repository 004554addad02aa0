/** Attempts, students and batches in MongoDB. */
@NullMarked
package io.pacelight.assessment.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
