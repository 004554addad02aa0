/** States of competencies, students and policies as documents, and the questions asked of them. */
@NullMarked
package io.pacelight.progression.adapter.out.mongo;

import org.jspecify.annotations.NullMarked;
